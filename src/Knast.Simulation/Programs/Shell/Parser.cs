namespace Knast.Simulation.Programs.Shell;

/// <summary>Makes commands of the tokens of a script.</summary>
internal sealed class Parser
{
    private static readonly string[] s_redirections = ["<", ">", ">>", ">&", "<&", "<>"];
    private static readonly string[] s_closing = ["then", "else", "elif", "fi", "do", "done", "}", ")", ";;", "esac", ""];

    private readonly IReadOnlyList<Token> _tokens;
    private int _position;

    private Parser(IReadOnlyList<Token> tokens)
    {
        _tokens = tokens;
    }

    private Token Current => _tokens[_position];

    /// <summary>Parses a whole script.</summary>
    /// <exception cref="ShellSyntaxError">It is not well-formed.</exception>
    public static Command Parse(string script)
    {
        var parser = new Parser(new Lexer(script).Read());
        Command command = parser.ReadSequence();
        return parser.Current.Is("") && parser.Current.Word is null ? command : throw parser.Unexpected();
    }

    private ShellSyntaxError Unexpected() => new($"Syntax error: {(Current.Word?.Plain ?? Current.Operator) switch { "" => "end of file", "\n" => "newline", var text => $"\"{text}\"" }} unexpected");

    private bool Take(string text)
    {
        if (!Current.Is(text) || (text.Length == 0))
        {
            return false;
        }

        _position++;
        return true;
    }

    private void Require(string text)
    {
        if (!Take(text))
        {
            throw Unexpected();
        }
    }

    private void SkipLines()
    {
        while (Take("\n"))
        {
        }
    }

    private bool IsAtEnd() => Current.Word is null ? Current.Operator is "" or ")" or ";;" : s_closing.Contains(Current.Word.Plain ?? "?");

    private Command ReadSequence()
    {
        var commands = new List<Command>();
        SkipLines();
        while (!IsAtEnd())
        {
            Command command = ReadAndOr();
            bool isBackground = Take("&");
            commands.Add(isBackground ? new Command.Background(command) : command);
            if (!isBackground && !Take(";") && !Take("\n") && !IsAtEnd())
            {
                throw Unexpected();
            }

            SkipLines();
        }

        return commands.Count == 1 ? commands[0] : new Command.Sequence(commands);
    }

    private Command ReadAndOr()
    {
        Command left = ReadPipeline();
        while (Current.Is("&&") || Current.Is("||"))
        {
            bool isAnd = Take("&&") || !Take("||");
            SkipLines();
            left = new Command.AndOr(left, isAnd, ReadPipeline());
        }

        return left;
    }

    private Command ReadPipeline()
    {
        bool isNegated = Take("!");
        var commands = new List<Command> { ReadCommand() };
        while (Take("|"))
        {
            SkipLines();
            commands.Add(ReadCommand());
        }

        return commands.Count == 1 && !isNegated ? commands[0] : new Command.Pipeline(commands, isNegated);
    }

    private Command ReadCommand()
    {
        Command? compound = ReadCompound();
        if (compound is null)
        {
            return ReadSimple();
        }

        var redirections = new List<Redirection>();
        while (ReadRedirection() is { } redirection)
        {
            redirections.Add(redirection);
        }

        return compound with { Redirections = redirections };
    }

    private Command? ReadCompound()
    {
        if (Take("("))
        {
            Command inner = ReadSequence();
            Require(")");
            return new Command.Subshell(inner);
        }

        switch (Current.Word?.Plain)
        {
            case "{":
                Require("{");
                Command group = ReadSequence();
                Require("}");
                return new Command.Group(group);
            case "if":
                Require("if");
                return ReadIf();
            case "while" or "until":
                bool isUntil = Take("until") || !Take("while");
                Command condition = ReadSequence();
                return new Command.Loop(condition, ReadBody(), isUntil);
            case "for":
                Require("for");
                return ReadFor();
            case "case":
                Require("case");
                return ReadCase();
            default:
                return null;
        }
    }

    private Command ReadBody()
    {
        Require("do");
        Command body = ReadSequence();
        Require("done");
        return body;
    }

    private Command.If ReadIf()
    {
        Command condition = ReadSequence();
        Require("then");
        Command then = ReadSequence();
        if (Take("elif"))
        {
            return new Command.If(condition, then, ReadIf());
        }

        Command? otherwise = Take("else") ? ReadSequence() : null;
        Require("fi");
        return new Command.If(condition, then, otherwise);
    }

    private Command.For ReadFor()
    {
        string name = Current.Word?.Plain ?? throw Unexpected();
        _position++;
        List<Word>? words = null;
        SkipLines();
        if (Take("in"))
        {
            words = [];
            while (Current.Word is { } word)
            {
                words.Add(word);
                _position++;
            }
        }

        _ = Take(";");
        SkipLines();
        return new Command.For(name, words, ReadBody());
    }

    private Command.Case ReadCase()
    {
        Word subject = Current.Word ?? throw Unexpected();
        _position++;
        SkipLines();
        Require("in");
        SkipLines();
        var branches = new List<(IReadOnlyList<Word>, Command)>();
        while (!Take("esac"))
        {
            _ = Take("(");
            var patterns = new List<Word>();
            do
            {
                patterns.Add(Current.Word ?? throw Unexpected());
                _position++;
            }
            while (Take("|"));
            Require(")");
            branches.Add((patterns, ReadSequence()));
            _ = Take(";;");
            SkipLines();
        }

        return new Command.Case(subject, branches);
    }

    private Command ReadSimple()
    {
        var assignments = new List<(string, Word)>();
        var words = new List<Word>();
        var redirections = new List<Redirection>();
        while (true)
        {
            if (ReadRedirection() is { } redirection)
            {
                redirections.Add(redirection);
            }
            else if (Current.Word is not { } word)
            {
                break;
            }
            else
            {
                _position++;
                if (words.Count == 0 && Assignment.TryRead(word) is { } assignment)
                {
                    assignments.Add(assignment);
                }
                else
                {
                    words.Add(word);
                }
            }

            if (words.Count == 1 && words[0].Plain is { } name && Current.Is("("))
            {
                return ReadFunction(name);
            }
        }

        return words.Count + assignments.Count + redirections.Count > 0
            ? new Command.Simple(assignments, words) { Redirections = redirections }
            : throw Unexpected();
    }

    private Command.Function ReadFunction(string name)
    {
        Require("(");
        Require(")");
        SkipLines();
        return new Command.Function(name, ReadCommand());
    }

    private Redirection? ReadRedirection()
    {
        Token token = Current;
        if (token.Word is not null || !s_redirections.Contains(token.Operator))
        {
            return null;
        }

        _position++;
        Word target = Current.Word ?? throw Unexpected();
        _position++;
        int descriptor = token.Descriptor >= 0 ? token.Descriptor : token.Operator[0] == '<' ? 0 : 1;
        return new Redirection(descriptor, token.Operator, target);
    }
}
