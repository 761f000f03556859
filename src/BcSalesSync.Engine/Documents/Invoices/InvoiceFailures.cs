using BcSalesSync.Contracts;
using BcSalesSync.Engine.Documents.Invoices.Lookups;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Invoices;

/// <summary>What keeps a posted invoice from being sent to Sales (spec/documents.md 8.3).</summary>
/// <param name="number">Its number.</param>
internal sealed class InvoiceFailures(string number)
{
    private string Again => $"Then run Publish-BcSalesInvoice -BcNo '{number}' again.";

    /// <summary>True for the id of a failure to send what an invoice needs.</summary>
    public static bool IsOfSending(string? errorId) => errorId == Id("CustomerNotSent") || errorId == Id("ProductNotSent");

    public PlanFailure Blocked(string type, string no) => Data(
        "Blocked", $"{type} {no} on invoice {number} is blocked; unblock it to send the invoice.",
        $"Set Blocked to No on {type.ToLowerInvariant()} {no} in Business Central. {Again}");

    public PlanFailure NoLines() => new(
        FailureClass.Transient,
        Id("LinesNotAvailable"),
        $"The lines of invoice {number} are not available yet.",
        "Nothing to do: the invoice is tried again by itself.");

    public PlanFailure OrderCustomer(string order, PlanFailure reason) => reason with
    {
        ErrorId = Id("OrderCustomer"),
        Message = $"Invoice {number} was not sent: its customer cannot be told from Sales order {order}. {reason.Message}",
        RecommendedAction = $"Correct the customer of order {order} in Sales, or couple it: New-BcCoupling -Mapping CUSTOMER. {Again}",
    };

    public PlanFailure OtherCustomer(string order) => Data(
        "CustomerMismatch",
        $"Invoice {number} was not sent: its customer does not match the coupled customer of Sales order {order}.",
        $"Give order {order} in Sales the customer of the invoice, or couple that customer with its account. {Again}");

    public PlanFailure CustomerNotCoupled(string customer, Guid id) => Missing(
        "CustomerNotCoupled", $"Customer {customer} is not coupled to an account, so invoice {number} was not sent.",
        MasterFamily.CustomerMapping, id, customer);

    public PlanFailure CustomerNotSent(string customer, BcSyncError error) => new(
        error.Class, Id("CustomerNotSent"),
        $"Invoice {number} was not sent: customer {customer} could not be sent to Sales. {error.Message}", $"{error.RecommendedAction} {Again}");

    public PlanFailure ProductNotSent(string type, string no, BcSyncError error) => new(
        error.Class, Id("ProductNotSent"),
        $"{type} {no} of invoice {number} could not be sent to Sales. {error.Message}", $"{error.RecommendedAction} {Again}");

    public PlanFailure ItemNotCoupled(string no, Guid id) => Missing(
        "ItemNotCoupled", $"No product coupling was found for item {no} of invoice {number}.", MasterFamily.ItemMapping, id, no);

    public PlanFailure ResourceNotCoupled(string no, Guid? id) => id is { } there
        ? Missing("ResourceNotCoupled", $"No product coupling was found for resource {no} of invoice {number}.", MasterFamily.ResourceMapping, there, no)
        : Data("ResourceGone", $"Resource {no} of invoice {number} is not there any more.", $"Create it again in Business Central. {Again}");

    public PlanFailure ProductGone(string type, string no) => Data(
        "ProductGone",
        $"The product coupled to {type.ToLowerInvariant()} {no} of invoice {number} is not there in Sales any more.",
        $"See Get-BcCoupling -BcNo '{no}' -Broken and repair the pair. {Again}");

    public PlanFailure UnitMissing(string type, string no, string unit) => Data(
        $"{type}UnitMissing",
        $"{type} unit {unit} of {no} on invoice {number} is missing in Business Central.",
        $"Add the unit to {type.ToLowerInvariant()} {no} in Business Central. {Again}");

    // Each item and resource has a unit of that code, so that only the id tells which is meant.
    public PlanFailure UnitNotCoupled(ProductKind kind, string no, string unit, Guid id) => new(
        FailureClass.DependencyMissing,
        Id($"{kind.Name}UnitNotCoupled"),
        $"{kind.Name} unit {unit} of {no} on invoice {number} has no coupled Sales unit.",
        $"Couple it: New-BcCoupling -Mapping {kind.UnitMapping.Typed()} -BcId {id} -CreateIn Sales. {Again}",
        [new AwaitedReference(kind.UnitMapping, SystemSide.BusinessCentral, id.ToString("D"))]);

    public PlanFailure CurrencyNotCoupled(string code) => new(
        FailureClass.DependencyMissing,
        Id("CurrencyNotCoupled"),
        $"Currency {code} of invoice {number} must be coupled to a Dataverse currency.",
        $"Couple it: New-BcCoupling -Mapping {MasterFamily.CurrencyMapping} -BcNo '{code}' -CreateIn Sales. {Again}",
        [new AwaitedReference(MasterFamily.CurrencyMapping, SystemSide.BusinessCentral, code)]);

    public PlanFailure LocalCurrencyUnknown() => new(
        FailureClass.Configuration,
        Id("LocalCurrencyUnknown"),
        $"The row of the local currency is not known in Sales, so invoice {number} cannot be given its currency.",
        $"Fill in LCY Code in the General Ledger Setup of Business Central, and see Test-BcConnection. {Again}");

    public PlanFailure OptionNotMapped(string caption, PlanFailure reason) => reason with
    {
        ErrorId = Id("OptionNotMapped"),
        Message = $"Invoice {number} was not sent because of its {caption}: {reason.Message}",
        RecommendedAction = $"{reason.RecommendedAction} {Again}",
    };

    public PlanFailure CoupledElsewhere(string? other) => Data(
        "CoupledElsewhere",
        $"The row of invoice {number} in Sales is coupled to invoice {other} already.",
        $"Publish invoice {other} again, so that it gets a row of its own. {Again}");

    public PlanFailure Refused(EndpointFailure failure) => new(
        failure.Class,
        Id("Refused"),
        $"Sales refused invoice {number}: {failure.Message} ({failure.Code})",
        $"Correct the record that the message names, or give the application the missing right in Sales. {Again}");

    public PlanFailure IdTaken() => Data(
        "IdTaken",
        $"Invoice {number} was not created: another invoice in Sales has its id.",
        $"Delete that invoice in Sales. {Again}");

    /// <summary>A posted invoice that was named is not there.</summary>
    public static BcSyncError NotFound(DateTimeOffset now, string name, bool isCompanion) => ErrorCatalog.Create(
        now,
        Id("NotFound"),
        FailureClass.Data,
        $"There is no posted invoice '{name}' in Business Central.",
        isCompanion
            ? "Give the number of a posted sales invoice, with -BcNo."
            : "Give the number of a posted sales invoice. Without the companion app, one that is open and bills no order cannot be told from a draft.");

    private static string Id(string problem) => $"BcSync.Invoice.{problem}";

    private static PlanFailure Missing(string problem, string message, string mapping, Guid id, string no) => new(
        FailureClass.DependencyMissing,
        Id(problem),
        message,
        $"Couple it: New-BcCoupling -Mapping {mapping.Typed()} -BcNo '{no}' -CreateIn Sales. The invoice can then be sent.",
        [new AwaitedReference(mapping, SystemSide.BusinessCentral, id.ToString("D"))]);

    private static PlanFailure Data(string problem, string message, string next) => new(FailureClass.Data, Id(problem), message, next);
}
