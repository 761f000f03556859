using static BcSalesSync.Sandbox.Sales.Schema.Field;

namespace BcSalesSync.Sandbox.Sales.Schema;

// A user of the organisation; also the application user clients sign in as.
internal static class UserTable
{
    public static SalesTable Create() => new("systemuser", "systemusers", "User", Fields())
    {
        TypeCode = 8,
        PrimaryName = "fullname",
        KeepsReferencedRows = true,
    };

    private static IEnumerable<Field> Fields() =>
    [
        Text("fullname", 200).ReadOnly(), Text("internalemailaddress", 100), Text("mobilephone", 64),
        Lookup("businessunitid", "businessunit"), Lookup("parentsystemuserid", "systemuser"), Text("firstname", 64),
        Text("salutation", 20), Text("middlename", 50), Text("lastname", 64), Text("personalemailaddress", 100),
        Text("nickname", 50), Text("title", 128), Text("jobtitle", 100), Text("mobilealertemail", 100), Pick("preferredemailcode"),
        Text("homephone", 50), Pick("preferredphonecode"), Pick("preferredaddresscode"), Text("photourl", 200),
        Text("domainname", 250), Integer("passportlo"), Integer("passporthi"), Text("employeeid", 100), Text("governmentid", 100),
        Pick("address1_addresstypecode"), Text("address1_name", 100), Text("address1_line1", 250), Text("address1_line2", 250),
        Text("address1_line3", 250), Text("address1_city", 128), Text("address1_stateorprovince", 128),
        Text("address1_county", 128), Text("address1_country", 128), Text("address1_postofficebox", 40),
        Text("address1_postalcode", 40), Integer("address1_utcoffset"), Text("address1_upszone", 4),
        Decimal("address1_latitude", 5), Text("address1_telephone1", 64), Decimal("address1_longitude", 5),
        Pick("address1_shippingmethodcode", ChoiceSets.ShippingMethod), Text("address1_telephone2", 50),
        Text("address1_telephone3", 50), Text("address1_fax", 64), Text("skills", 100), Boolean("displayinserviceviews"),
        Boolean("setupuser"), Text("windowsliveid", 250), Pick("incomingemaildeliverymethod"), Pick("outgoingemaildeliverymethod"),
        Pick("accessmode", ChoiceSets.AccessMode), Pick("invitestatuscode"), Boolean("isintegrationuser"), Pick("caltype"),
        Boolean("islicensed"), Boolean("issyncwithdirectory"), Text("yammeremailaddress", 200), Text("yammeruserid", 128),
        Integer("userlicensetype"), Text("sharepointemailaddress", 250), Id("applicationid"),
        Pick("emailrouteraccessapproval").UpdateOnly(), Text("disabledreason", 250).ReadOnly(), Boolean("isdisabled").ReadOnly(),
        Boolean("defaultfilterspopulated").ReadOnly(), Memo("address1_composite").ReadOnly(),
        Boolean("isemailaddressapprovedbyo365admin").ReadOnly(),
        .. StandardFields.Currency(), .. StandardFields.Audit(), .. StandardFields.Process(),
    ];
}
