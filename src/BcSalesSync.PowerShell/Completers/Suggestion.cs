namespace BcSalesSync.PowerShell.Completers;

/// <summary>One thing that is offered for completion.</summary>
/// <param name="Text">What is typed for it.</param>
/// <param name="Label">What a list of offers shows; the text itself when null.</param>
/// <param name="Tip">What it stands for, in a few words; the text itself when null.</param>
internal sealed record Suggestion(string Text, string? Label = null, string? Tip = null)
{
    public static implicit operator Suggestion(string text) => new(text);
}
