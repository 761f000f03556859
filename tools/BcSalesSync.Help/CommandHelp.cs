namespace BcSalesSync.Help;

/// <summary>What the help tells about a command.</summary>
internal sealed record CommandHelp
{
    internal required string Verb { get; init; }

    internal required string Noun { get; init; }

    internal string Name => $"{Verb}-{Noun}";

    internal required string Synopsis { get; init; }

    /// <summary>What people wrote about it.</summary>
    internal required HelpPage Page { get; init; }

    /// <summary>Parameters in the order in which they are told about: positions first.</summary>
    internal required IReadOnlyList<ParameterHelp> Parameters { get; init; }

    /// <summary>Parameter sets, the default one first; one without a name where there are none.</summary>
    internal required IReadOnlyList<string?> Sets { get; init; }

    /// <summary>Types of what it emits, with what each stands for.</summary>
    internal required IReadOnlyList<(string Type, string Text)> Outputs { get; init; }
}
