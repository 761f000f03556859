using static BcSalesSync.Sandbox.Sales.Schema.Field;

namespace BcSalesSync.Sandbox.Sales.Schema;

// A sale that may come about, and the activity that closes it.
internal static class OpportunityTable
{
    public const int Open = 0;
    public const int Won = 1;
    public const int Lost = 2;

    public static SalesTable Create() => new("opportunity", "opportunities", "Opportunity", Fields())
    {
        TypeCode = 3,
        TakesMultiple = true,
    };

    // Written by the actions that win or lose an opportunity.
    public static SalesTable Close() => new("opportunityclose", "opportunitycloses", "Opportunity Close", CloseFields(), "activityid")
    {
        TypeCode = 4208,
        PrimaryName = "subject",
        TracksChanges = false,
        IsReadOnly = true,
    };

    private static IEnumerable<Field> Fields() =>
    [
        Text("name", 2048), Money("estimatedvalue"), DateOnly("estimatedclosedate"), Lookup("parentaccountid", "account"),
        Lookup("parentcontactid", "contact"), Lookup("pricelevelid", "pricelevel"),
        Pick("opportunityratingcode", ChoiceSets.Rating).Initially(2), Pick("prioritycode", ChoiceSets.Default).Initially(1),
        Id("stepid"), Memo("description"), Text("stepname", 200), Pick("salesstagecode", ChoiceSets.Default).Initially(1),
        Boolean("participatesinworkflow"), Pick("pricingerrorcode").Initially(0),
        Integer("closeprobability").Between(0, 100), Money("actualvalue"), DateOnly("actualclosedate"),
        Boolean("isrevenuesystemcalculated"), Customer("customerid"), Decimal("discountpercentage").Between(0, 100),
        Money("discountamount"), Money("freightamount"), Pick("budgetstatus", ChoiceSets.BudgetStatus), Boolean("decisionmaker"),
        Pick("need", ChoiceSets.Need), Pick("timeline", ChoiceSets.Timeframe), Money("budgetamount"), Boolean("evaluatefit"),
        Pick("initialcommunication", ChoiceSets.InitialCommunication), Boolean("confirminterest"),
        DateOnly("schedulefollowup_prospect"), DateOnly("schedulefollowup_qualify"), DateOnly("scheduleproposalmeeting"),
        DateOnly("finaldecisiondate"), Boolean("developproposal"), Boolean("completeinternalreview"),
        Boolean("captureproposalfeedback"), Boolean("resolvefeedback"), Boolean("presentproposal"), Boolean("sendthankyounote"),
        Pick("salesstage", ChoiceSets.SalesStage), Boolean("completefinalproposal"), Boolean("filedebrief"), Boolean("pursuitdecision"),
        Memo("customerpainpoints"), Memo("customerneed"), Memo("proposedsolution"), Memo("qualificationcomments"),
        Memo("quotecomments"), Pick("purchaseprocess", ChoiceSets.PurchaseProcess), Pick("purchasetimeframe", ChoiceSets.Timeframe),
        Boolean("identifycustomercontacts"), Boolean("identifycompetitors"), Boolean("identifypursuitteam"),
        Memo("currentsituation"), Boolean("presentfinalproposal"), Lookup("bcbi_companyid", "bcbi_company", "bcbi_CompanyId"),
        Money("totaltax").UpdateOnly(), Money("totalamount").UpdateOnly(), Money("totalamountlessfreight").UpdateOnly(),
        Money("totallineitemdiscountamount").UpdateOnly(), Money("totallineitemamount").UpdateOnly(),
        Money("totaldiscountamount").UpdateOnly(), Lookup("contactid", "contact").ReadOnly(), Lookup("accountid", "account").ReadOnly(),
        State(new Choice(Open, "Open"), new Choice(Won, "Won"), new Choice(Lost, "Lost")),
        Status(new Choice(1, "In Progress", Open), new Choice(2, "On Hold", Open), new Choice(3, "Won", Won),
            new Choice(4, "Canceled", Lost), new Choice(5, "Out-Sold", Lost)),
        .. StandardFields.Ownership(), .. StandardFields.Currency(), .. StandardFields.Audit(), .. StandardFields.Process(),
    ];

    private static IEnumerable<Field> CloseFields() =>
    [
        Text("subject", 200), Memo("description"), Lookup("opportunityid", "opportunity").OnDeletion(PointerFate.Follows),
        Money("actualrevenue"), DateTime("actualstart"), DateTime("actualend"),
        State(new Choice(0, "Open"), new Choice(1, "Completed"), new Choice(2, "Canceled")),
        Status(new Choice(1, "Open", 0), new Choice(2, "Completed", 1), new Choice(3, "Canceled", 2)),
        .. StandardFields.Ownership(), .. StandardFields.Currency(), .. StandardFields.Audit(),
    ];
}
