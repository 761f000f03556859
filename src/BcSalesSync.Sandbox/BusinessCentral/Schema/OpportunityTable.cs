using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

internal static class OpportunityTable
{
    public const string NotStarted = "Not Started";
    public const string InProgress = "In Progress";
    public const string Won = "Won";
    public const string Lost = "Lost";

    public static readonly Column Number = new("number", ColumnType.Code, 20) { Caption = "No." };
    public static readonly Column Description = Column.Text("description", 100);
    public static readonly Column Contact = new("contactNumber", ColumnType.Code, 20) { Caption = "Contact No." };
    public static readonly Column ContactCompany = new("contactCompanyNumber", ColumnType.Code, 20) { Caption = "Contact Company No." };
    public static readonly Column Salesperson = new("salespersonCode", ColumnType.Code, 20) { Caption = "Salesperson Code" };
    public static readonly Column Status = new("status", ColumnType.Option)
    {
        Caption = "Status", Options = [NotStarted, InProgress, Won, Lost],
    };

    public static readonly Column EstimatedValue = Column.Decimal("estimatedValue");
    public static readonly Column EstimatedClosingDate = Column.Date("estimatedClosingDate");
    public static readonly Column CreationDate = Column.Date("creationDate");
    public static readonly Column DateClosed = Column.Date("dateClosed");
    public static readonly Column Probability = Column.Decimal("probabilityPercent");

    public static readonly Table Table = BcTable.Make(
        5092, "Opportunity", "opportunities", Number, Number, Description, Contact, ContactCompany, Salesperson, Status, EstimatedValue,
        EstimatedClosingDate, CreationDate, DateClosed, Probability);
}
