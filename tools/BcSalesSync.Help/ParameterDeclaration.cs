namespace BcSalesSync.Help;

/// <summary>How a parameter takes part in a parameter set.</summary>
/// <param name="Set">Name of the set; null for all of them.</param>
/// <param name="Mandatory">Whether it must be given.</param>
/// <param name="Position">Position; null when it is given by name only.</param>
/// <param name="PipelineInput">How it binds to the pipeline, in the words of Get-Help.</param>
internal sealed record ParameterDeclaration(string? Set, bool Mandatory, int? Position, string PipelineInput);
