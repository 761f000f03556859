using System.Text.Json.Nodes;

namespace BcSalesSync.Endpoints.Tests.Dataverse.Service;

/// <summary>Definitions the scripted service answers with.</summary>
internal static class Tables
{
    public static ScriptedService WithMetadata(this ScriptedService service, bool bulk = true, bool tracking = true)
    {
        service.On("GET", "EntityDefinitions(LogicalName='account')?", Reply.Ok(Account(tracking)));
        service.On("GET", "EntityDefinitions(LogicalName='account')/Attributes", Reply.Ok(Picklists));
        service.On("GET", "EntityDefinitions(LogicalName='contact')?", Reply.Ok(Contact));
        service.On("GET", "EntityDefinitions(LogicalName='contact')/Attributes", Reply.Ok("""{"value":[]}"""));
        service.On("GET", "EntityDefinitions(LogicalName='bcbi_company')?", Reply.Ok(
            Definition(
                "bcbi_company", "bcbi_companies", "bcbi_companyid", "bcbi_name", false,
                [Attribute("bcbi_companyid", "Uniqueidentifier")], [])));
        var rows = bulk ? """{"value":[{"primaryobjecttypecode":"account"},{"primaryobjecttypecode":"contact"}]}""" : """{"value":[]}""";
        return service.On("GET", "sdkmessagefilters", Reply.Ok(rows));
    }

    public static ScriptedService WithOrders(this ScriptedService service)
    {
        service.On("GET", "EntityDefinitions(LogicalName='salesorder')/Attributes", Reply.Ok("""{"value":[]}"""));
        return service.On("GET", "EntityDefinitions(LogicalName='salesorder')?", Reply.Ok(
            Definition(
                "salesorder", "salesorders", "salesorderid", "name", true,
                [Attribute("salesorderid", "Uniqueidentifier"), Attribute("statecode", "State"), Attribute("statuscode", "Status")], [])));
    }

    private static string Account(bool tracking) => Definition(
        "account",
        "accounts",
        "accountid",
        "name",
        tracking,
        [
            Attribute("accountid", "Uniqueidentifier", "\"IsValidForUpdate\":false"),
            Attribute("name", "String", "\"MaxLength\":160"),
            Attribute("accountnumber", "String", "\"MaxLength\":20"),
            Attribute("telephone1", "String", "\"MaxLength\":50"),
            Attribute("creditlimit", "Money"),
            Attribute("creditonhold", "Boolean"),
            Attribute("paymenttermscode", "Picklist"),
            Attribute("statecode", "State", "\"IsValidForCreate\":false"),
            Attribute("lastusedincampaign", "DateTime", "\"DateTimeBehavior\":{\"Value\":\"DateOnly\"}"),
            Attribute("modifiedon", "DateTime"),
            Attribute("versionnumber", "BigInt"),
            Attribute("primarycontactid", "Lookup"),
            Attribute("primarycontactidname", "String", "\"AttributeOf\":\"primarycontactid\""),
            Attribute("transactioncurrencyid", "Lookup"),
            Attribute("bcbi_companyid", "Lookup"),
            Attribute("ownerid", "Owner"),
            Attribute("owneridtype", "EntityName"),
        ],
        [
            ("primarycontactid", "contact", "primarycontactid"),
            ("transactioncurrencyid", "transactioncurrency", "transactioncurrencyid"),
            ("bcbi_companyid", "bcbi_company", "bcbi_CompanyId"),
            ("ownerid", "owner", "ownerid"),
        ]);

    private static string Contact => Definition(
        "contact",
        "contacts",
        "contactid",
        "fullname",
        true,
        [
            Attribute("contactid", "Uniqueidentifier"),
            Attribute("fullname", "String"),
            Attribute("firstname", "String", "\"MaxLength\":50"),
            Attribute("emailaddress1", "String", "\"MaxLength\":100"),
            Attribute("statecode", "State"),
            Attribute("modifiedon", "DateTime"),
            Attribute("versionnumber", "BigInt"),
            Attribute("parentcustomerid", "Customer"),
            Attribute("parentcustomeridtype", "EntityName"),
        ],
        [("parentcustomerid", "account", "parentcustomerid_account"), ("parentcustomerid", "contact", "parentcustomerid_contact")]);

    private const string Picklists =
        """
        {"value":[{"LogicalName":"paymenttermscode","OptionSet":{"Options":[
          {"Value":1,"Label":{"LocalizedLabels":[],"UserLocalizedLabel":{"Label":"Net 30","LanguageCode":1033}}},
          {"Value":4,"Label":{"LocalizedLabels":[{"Label":"Net 60","LanguageCode":1033}],"UserLocalizedLabel":null}}]},
          "GlobalOptionSet":null}]}
        """;

    private static string Attribute(string name, string type, string more = "\"IsValidForRead\":true") =>
        $$"""{"LogicalName":"{{name}}","AttributeType":"{{type}}",{{more}}}""";

    private static string Definition(
        string table,
        string set,
        string id,
        string name,
        bool tracking,
        string[] attributes,
        (string Attribute, string Target, string Name)[] ways)
    {
        var relationships = ways.Select(way => new JsonObject
        {
            ["ReferencingAttribute"] = way.Attribute,
            ["ReferencedEntity"] = way.Target,
            ["ReferencingEntityNavigationPropertyName"] = way.Name,
        });
        return new JsonObject
        {
            ["LogicalName"] = table,
            ["EntitySetName"] = set,
            ["PrimaryIdAttribute"] = id,
            ["PrimaryNameAttribute"] = name,
            ["ChangeTrackingEnabled"] = tracking,
            ["Attributes"] = new JsonArray([.. attributes.Select(attribute => JsonNode.Parse(attribute))]),
            ["ManyToOneRelationships"] = new JsonArray([.. relationships]),
        }.ToJsonString();
    }
}
