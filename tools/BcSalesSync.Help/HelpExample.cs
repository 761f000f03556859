namespace BcSalesSync.Help;

/// <summary>An example of a command.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Code">What to type.</param>
/// <param name="Remarks">Paragraphs that explain it; may be empty.</param>
internal sealed record HelpExample(string Title, string Code, IReadOnlyList<string> Remarks);
