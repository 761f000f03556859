namespace BcSalesSync.PowerShell.Output;

/// <summary>One option of a question.</summary>
/// <param name="Label">Label; the letter after an ampersand picks it.</param>
/// <param name="Help">What picking it means.</param>
internal sealed record Choice(string Label, string Help);
