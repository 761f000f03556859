using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Payments;

/// <summary>How far an invoice is paid, as Sales counts it (spec/documents.md 5.4).</summary>
/// <param name="State">State of the row.</param>
/// <param name="Status">Its reason.</param>
internal sealed record PaymentState(int State, int Status)
{
    /// <summary>Nothing is paid.</summary>
    public static PaymentState Billed { get; } = new(0, 4);

    /// <summary>Some of it is paid.</summary>
    public static PaymentState Partial { get; } = new(2, 100002);

    /// <summary>Nothing remains.</summary>
    public static PaymentState Complete { get; } = new(2, 100001);

    /// <summary>It was cancelled.</summary>
    public static PaymentState Canceled { get; } = new(3, 100003);

    /// <summary>Columns to read of a posted invoice, where they are offered.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["number", "customerNumber", "remainingAmount", "totalAmountIncludingTax", "cancelled", "status"];

    /// <summary>The state as columns of the row.</summary>
    public IReadOnlyList<KeyValuePair<string, FieldValue>> Values =>
        [new("statecode", FieldValue.Number(State)), new("statuscode", FieldValue.Number(Status))];

    /// <summary>The state of a posted invoice of Business Central. Pure.</summary>
    public static PaymentState Of(Record invoice)
    {
        if (invoice["cancelled"].Raw is true || invoice["status"].ToString() is "Canceled")
            return Canceled;
        var remaining = invoice["remainingAmount"].AsNumber() ?? 0;
        return remaining == 0 ? Complete : remaining == invoice["totalAmountIncludingTax"].AsNumber() ? Billed : Partial;
    }

    /// <summary>The state of a row of Sales.</summary>
    public static PaymentState OfRow(Record row) =>
        new((int)(row["statecode"].AsNumber() ?? -1), (int)(row["statuscode"].AsNumber() ?? -1));
}
