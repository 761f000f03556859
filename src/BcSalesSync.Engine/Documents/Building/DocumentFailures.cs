using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents.Building;

/// <summary>What keeps a document from being taken over, in its own words (spec/documents.md 8.1, 8.2).</summary>
/// <param name="kind">Order or quote.</param>
/// <param name="number">Its number.</param>
internal sealed class DocumentFailures(DocumentKind kind, string number)
{
    private string Subject => $"{kind} {number}";

    private string Again => $"Then run {Command} again, or let the next run take it.";

    private string Command => kind is DocumentKind.Quote ? "Import-BcSalesQuote" : "Import-BcSalesOrder";

    public PlanFailure NoCustomer() => Data(
        "NoCustomer", $"{Subject} has no customer.", $"Choose one in Sales. {Again}");

    public PlanFailure NoAccount(string table, Guid id) => Data(
        "NoAccount",
        $"No account can be derived from the {table} {id} on {Subject}.",
        $"Give the {table} an account as its company, or choose an account as customer. {Again}");

    public PlanFailure NotACustomer(string account) => Data(
        "NotACustomer",
        $"Account {account} is not of relationship type Customer, so {Subject} was not taken over.",
        $"Set the relationship type of the account to Customer in Sales. {Again}");

    public PlanFailure CustomerNotCoupled(string account, Guid id) => Missing(
        "CustomerNotCoupled", $"Account {account} of {Subject} has no coupled customer.", MasterFamily.CustomerMapping, id);

    public PlanFailure ProductGone(Guid id) => Data(
        "ProductNotFound", $"Product {id} on {Subject} is not there in Sales.", $"Choose another product for the line. {Again}");

    public PlanFailure ProductNotActive(string product) => Data(
        "ProductNotActive", $"Product {product} on {Subject} is not active in Sales.", $"Activate the product, or choose another. {Again}");

    public PlanFailure ProductTypeNotSold(string product) => Data(
        "ProductTypeNotSold",
        $"Product {product} on {Subject} has a product type that cannot be sold through Business Central.",
        $"Use a product of type Sales Inventory or Services. {Again}");

    public PlanFailure ItemNotCoupled(string product, Guid id) => Missing(
        "ItemNotCoupled", $"Product {product} on {Subject} has no coupled item.", MasterFamily.ItemMapping, id);

    public PlanFailure ResourceNotCoupled(string product, Guid id) => Missing(
        "ResourceNotCoupled", $"Service product {product} on {Subject} has no coupled resource.", MasterFamily.ResourceMapping, id);

    public PlanFailure PartnerGone(string what, string product, string mapping) => Data(
        $"{char.ToUpperInvariant(what[0])}{what[1..]}Gone",
        $"The {what} coupled to product {product} on {Subject} is not there in Business Central any more.",
        $"See Get-BcCoupling -Mapping {mapping.Typed()} -Broken and repair the pair. {Again}");

    public PlanFailure UnitNotCoupled(string unit, string mapping, Guid id) => Missing(
        "UnitNotCoupled", $"Unit {unit} on a line of {Subject} has no coupled unit in Business Central.", mapping, id);

    public PlanFailure UnitGone(string unit, string mapping) => Data(
        "UnitGone",
        $"The unit coupled to {unit} on a line of {Subject} is not there in Business Central any more.",
        $"See Get-BcCoupling -Mapping {mapping.Typed()} -Broken and repair the pair. {Again}");

    public PlanFailure NoWriteInProduct() => Configuration(
        "NoWriteInProduct",
        $"{Subject} holds a write-in line, but no item or resource is set up for those.",
        "Set one up: Set-BcSyncSetup -WriteInProductType Item -WriteInProductNo <number>.");

    public PlanFailure WriteInProductRefused(BcSyncError problem) => new(
        problem.Class, problem.ErrorId, $"{Subject} holds a write-in line: {problem.Message}", problem.RecommendedAction);

    public PlanFailure NoFreightAccount() => Configuration(
        "NoFreightAccount",
        $"{Subject} has freight, but no G/L account for freight is set up.",
        "Set one up: Set-BcSyncSetup -FreightAccountNo <number>.");

    public PlanFailure CurrencyGone(Guid id) => Data(
        "CurrencyNotFound", $"Currency {id} of {Subject} was not found in Sales.", $"Choose another currency. {Again}");

    public PlanFailure CurrencyUnknown(string iso) => Data(
        "CurrencyUnknown",
        $"Business Central has no currency {iso}, which {Subject} uses.",
        $"Create currency {iso} in Business Central. {Again}");

    public PlanFailure LocalCurrencyUnknown() => Configuration(
        "LocalCurrencyUnknown",
        $"The local currency of Business Central is not known, so the currency of {Subject} cannot be told.",
        "Fill in LCY Code in the General Ledger Setup of Business Central.");

    public PlanFailure NotSubmitted(string state) => Data(
        "NotSubmitted",
        $"{Subject} must be in state Submitted before it can be taken over; it is {state}.",
        "Submit it in Sales first.");

    public PlanFailure OtherCompany() => Data(
        "OtherCompany",
        $"{Subject} belongs to another company of Business Central.",
        "Connect to that company and take it over there.");

    private PlanFailure Data(string problem, string message, string nextStep) =>
        new(FailureClass.Data, $"BcSync.{kind}.{problem}", message, nextStep);

    private PlanFailure Configuration(string problem, string message, string nextStep) =>
        new(FailureClass.Configuration, $"BcSync.{kind}.{problem}", message, $"{nextStep} {Again}");

    // Taken up again by itself once the record is coupled.
    private PlanFailure Missing(string problem, string message, string mapping, Guid salesId) => new(
        FailureClass.DependencyMissing,
        $"BcSync.{kind}.{problem}",
        message,
        $"Couple it with New-BcCoupling -Mapping {mapping.Typed()} -SalesId {salesId} -BcNo <number> (or -CreateIn BusinessCentral). {Again}",
        [new AwaitedReference(mapping, SystemSide.Sales, salesId.ToString("D"))]);
}
