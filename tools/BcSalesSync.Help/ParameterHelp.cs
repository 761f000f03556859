namespace BcSalesSync.Help;

/// <summary>What the help tells about a parameter.</summary>
internal sealed record ParameterHelp
{
    internal required string Name { get; init; }

    /// <summary>Type of the value, as people write it.</summary>
    internal required string Type { get; init; }

    internal bool IsSwitch => Type == "SwitchParameter";

    internal required string Text { get; init; }

    /// <summary>Values it takes, with what each means; empty when they cannot be listed.</summary>
    internal IReadOnlyList<(string Name, string Text)> Values { get; init; } = [];

    internal IReadOnlyList<string> Aliases { get; init; } = [];

    internal bool Wildcards { get; init; }

    /// <summary>One for each parameter set that names it.</summary>
    internal required IReadOnlyList<ParameterDeclaration> Declarations { get; init; }

    /// <summary>How it takes part in a set; null when it does not.</summary>
    internal ParameterDeclaration? In(string? set) => Declarations.FirstOrDefault(declaration => declaration.Set is null || declaration.Set == set);
}
