using static BcSalesSync.Sandbox.Sales.Schema.Field;

namespace BcSalesSync.Sandbox.Sales.Schema;

// A company Sales deals with.
internal static class AccountTable
{
    public static SalesTable Create() => new("account", "accounts", "Account", Fields())
    {
        TypeCode = 1,
        TakesMultiple = true,
    };

    private static IEnumerable<Field> Fields() =>
    [
        Lookup("primarycontactid", "contact"), Text("name", 160), Text("websiteurl", 200), Text("emailaddress1", 100),
        Text("telephone1", 50), Text("fax", 50), Money("creditlimit"), Text("address1_primarycontactname", 100),
        Text("address1_line1", 250), Text("address1_line2", 250), Text("address1_city", 80), Text("address1_stateorprovince", 50),
        Text("address1_country", 80), Text("address1_postalcode", 20), Pick("paymenttermscode", ChoiceSets.PaymentTerms),
        Pick("address1_freighttermscode", ChoiceSets.FreightTerms), Pick("address1_shippingmethodcode", ChoiceSets.ShippingMethod),
        Pick("accountcategorycode"), Pick("customersizecode", ChoiceSets.Default),
        Pick("preferredcontactmethodcode", ChoiceSets.ContactMethod).Initially(1), Pick("customertypecode", ChoiceSets.CustomerType),
        Pick("accountratingcode"), Pick("industrycode"), Pick("territorycode", ChoiceSets.Default),
        Pick("accountclassificationcode"), Pick("businesstypecode"), Pick("shippingmethodcode", ChoiceSets.Default),
        Boolean("participatesinworkflow"), Text("accountnumber", 20), Money("revenue"), Integer("numberofemployees"),
        Memo("description"), Text("sic", 20), Pick("ownershipcode"), Money("marketcap"), Integer("sharesoutstanding"),
        Text("tickersymbol", 10), Text("stockexchange", 20), Text("ftpsiteurl", 200), Text("emailaddress2", 100),
        Text("emailaddress3", 100), Boolean("donotphone"), Boolean("donotfax"), Boolean("donotemail"), Text("telephone2", 50),
        Text("telephone3", 50), Boolean("donotpostalmail"), Boolean("donotbulkemail"), Boolean("donotbulkpostalmail"),
        Boolean("creditonhold"), Lookup("parentaccountid", "account"), Pick("address1_addresstypecode"),
        Text("address1_name", 200), Text("address1_line3", 250), Text("address1_county", 50), Text("address1_postofficebox", 20),
        Integer("address1_utcoffset"), Text("address1_upszone", 4), Decimal("address1_latitude", 5),
        Text("address1_telephone1", 50), Decimal("address1_longitude", 5), Text("address1_telephone2", 50),
        Text("address1_telephone3", 50), Text("address1_fax", 50), Pick("preferredappointmentdaycode"),
        Lookup("preferredsystemuserid", "systemuser"), Pick("preferredappointmenttimecode"), Boolean("donotsendmm"),
        Lookup("defaultpricelevelid", "pricelevel").OnDeletion(PointerFate.Refuses),
        Lookup("bcbi_companyid", "bcbi_company", "bcbi_CompanyId"),
        Lookup("nav_accountstatisticsid", "nav_accountstatistics", "nav_AccountStatisticsId"), DateOnly("lastusedincampaign").UpdateOnly(),
        Money("aging30").ReadOnly(), Money("aging60").ReadOnly(), Money("aging90").ReadOnly(), Boolean("merged").ReadOnly(),
        Lookup("masterid", "account").ReadOnly(), Text("masteraccountidname", 100).ReadOnly(),
        Memo("address1_composite").ReadOnly(),
        .. StandardFields.Ownership(), .. StandardFields.Currency(), .. StandardFields.ActiveOrInactive(), .. StandardFields.Audit(),
        .. StandardFields.Process(),
    ];
}
