using Knast.Help;

if (args is not [string assembly, string documents, string output])
{
    Console.Error.WriteLine("usage: knast-help CMDLET-ASSEMBLY DOCUMENT-FOLDER OUTPUT-FILE");
    return 64;
}

try
{
    MamlWriter.Write(CmdletAssembly.Load(assembly), HelpPageReader.ReadFolder(documents), output);
    return 0;
}
catch (HelpException e)
{
    Console.Error.WriteLine($"knast-help: error KNASTHELP: {e.Message}");
    return 1;
}
