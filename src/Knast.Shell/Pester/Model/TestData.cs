using System.Collections;
using System.Management.Automation;
using Knast.Shell.Engine;

namespace Knast.Shell.Pester.Model;

/// <summary>One element of <c>-ForEach</c>: <c>$_</c>, and where it is a dictionary a variable for each key.</summary>
internal sealed class TestData(object? element)
{
    public IEnumerable<(string Name, object? Value)> Variables
    {
        get
        {
            yield return ("_", element);
            foreach ((string name, object? value) in Named)
            {
                yield return (name, value);
            }
        }
    }

    /// <summary>The dictionary's entries, which bind to a <c>param</c> block too.</summary>
    public IEnumerable<(string Name, object? Value)> Named =>
        (element is PSObject wrapped ? wrapped.BaseObject : element) is IDictionary table
            ? table.Entries().Where(e => e.Key != "_")
            : [];
}
