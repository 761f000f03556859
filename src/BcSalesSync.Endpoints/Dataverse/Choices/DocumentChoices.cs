namespace BcSalesSync.Endpoints.Dataverse.Choices;

/// <summary>
/// Columns of quotes, orders and invoices that hold the same options as a column of accounts: what is added there is added here under the
/// same number, or documents could not hold what their account does (spec/mappings.md 2.6).
/// </summary>
internal static class DocumentChoices
{
    private static readonly Dictionary<ChoiceColumn, ChoiceColumn[]> Known = new()
    {
        [new("account", "paymenttermscode")] =
            [new("salesorder", "paymenttermscode"), new("quote", "paymenttermscode"), new("invoice", "paymenttermscode")],
        [new("account", "address1_freighttermscode")] = [new("salesorder", "freighttermscode"), new("quote", "freighttermscode")],
        [new("account", "address1_shippingmethodcode")] =
            [new("salesorder", "shippingmethodcode"), new("quote", "shippingmethodcode"), new("invoice", "shippingmethodcode")],
    };

    /// <summary>The columns that follow a column; none for most.</summary>
    internal static IReadOnlyList<ChoiceColumn> Of(ChoiceColumn column) => Known.GetValueOrDefault(column) ?? [];
}
