namespace BcSalesSync.Engine.Documents.Quotes;

/// <summary>States of quotes in Sales.</summary>
internal static class QuoteState
{
    public const int Active = 1;

    public const int Won = 2;

    public const int Closed = 3;

    /// <summary>Status reason of a quote that was revised.</summary>
    public const int Revised = 7;
}
