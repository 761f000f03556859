using static BcSalesSync.Sandbox.Sales.Schema.Field;

namespace BcSalesSync.Sandbox.Sales.Schema;

// A person, usually of an account.
internal static class ContactTable
{
    public static SalesTable Create() => new("contact", "contacts", "Contact", Fields())
    {
        TypeCode = 2,
        PrimaryName = "fullname",
        TakesMultiple = true,
    };

    private static IEnumerable<Field> Fields() =>
    [
        Text("firstname", 50), Text("middlename", 50), Text("lastname", 50), Text("websiteurl", 200), Text("emailaddress1", 100),
        Text("mobilephone", 50), Text("pager", 50), Text("telephone1", 50), Text("fax", 50), Text("address1_line1", 250),
        Text("address1_line2", 250), Text("address1_city", 80), Text("address1_stateorprovince", 50), Text("address1_country", 80),
        Text("address1_postalcode", 20), Pick("customersizecode", ChoiceSets.Default),
        Pick("customertypecode", ChoiceSets.CustomerType), Pick("preferredcontactmethodcode", ChoiceSets.ContactMethod).Initially(1),
        Pick("leadsourcecode"), Pick("shippingmethodcode", ChoiceSets.Default), Boolean("participatesinworkflow"),
        Boolean("isbackofficecustomer"), Text("salutation", 100), Text("jobtitle", 100), Text("department", 100),
        Text("nickname", 100), Text("suffix", 10), DateOnly("anniversary"), DateOnly("birthdate"), Text("governmentid", 50),
        Memo("description"), Text("employeeid", 50), Pick("gendercode"), Money("annualincome"), Pick("haschildrencode"),
        Pick("educationcode"), Pick("familystatuscode"), Text("ftpsiteurl", 200), Text("spousesname", 100),
        Text("assistantname", 100), Text("emailaddress2", 100), Text("assistantphone", 50), Text("emailaddress3", 100),
        Boolean("donotphone"), Text("managername", 100), Text("managerphone", 50), Boolean("donotfax"), Boolean("donotemail"),
        Boolean("donotpostalmail"), Boolean("donotbulkemail"), Boolean("donotbulkpostalmail"), Pick("accountrolecode"),
        Pick("territorycode", ChoiceSets.Default), Money("creditlimit"), Boolean("creditonhold"), Integer("numberofchildren"),
        Text("childrensnames", 255), Text("telephone2", 50), Text("telephone3", 50), Pick("address1_addresstypecode"),
        Text("address1_name", 200), Text("address1_primarycontactname", 100), Text("address1_line3", 250),
        Text("address1_county", 50), Text("address1_postofficebox", 20), Integer("address1_utcoffset"),
        Text("address1_upszone", 4), Decimal("address1_latitude", 5), Text("address1_telephone1", 50),
        Decimal("address1_longitude", 5), Text("address1_telephone2", 50), Text("address1_telephone3", 50),
        Text("address1_fax", 50), Lookup("preferredsystemuserid", "systemuser"), Pick("preferredappointmentdaycode"),
        Pick("preferredappointmenttimecode"), Boolean("donotsendmm"), Customer("parentcustomerid"),
        Text("externaluseridentifier", 50), Text("business2", 50), Text("callback", 50), Text("company", 50), Text("home2", 50),
        Lookup("defaultpricelevelid", "pricelevel").OnDeletion(PointerFate.Refuses),
        Lookup("bcbi_companyid", "bcbi_company", "bcbi_CompanyId"), Pick("paymenttermscode", ChoiceSets.PaymentTerms),
        Pick("address1_freighttermscode", ChoiceSets.FreightTerms), Pick("address1_shippingmethodcode", ChoiceSets.ShippingMethod),
        DateOnly("lastusedincampaign").UpdateOnly(), Lookup("accountid", "account").ReadOnly(), Text("fullname", 160).ReadOnly(),
        Money("aging30").ReadOnly(), Money("aging60").ReadOnly(), Money("aging90").ReadOnly(),
        Lookup("parentcontactid", "contact").ReadOnly(), Lookup("masterid", "contact").ReadOnly(), Boolean("merged").ReadOnly(),
        Text("mastercontactidname", 100).ReadOnly(), Memo("address1_composite").ReadOnly(),
        .. StandardFields.Ownership(), .. StandardFields.Currency(), .. StandardFields.ActiveOrInactive(), .. StandardFields.Audit(),
        .. StandardFields.Process(),
    ];
}
