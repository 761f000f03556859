using System.Net;
using System.Xml;
using System.Xml.Linq;
using BcSalesSync.Sandbox.Sales.Options;
using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Actions;

// Puts the customisations of the tables named in the parameter in force.
internal sealed class PublishAction(OptionEditor options) : ISalesAction
{
    private const string Root = "importexportxml";

    public string Name => "PublishXml";

    public SalesResponse Run(SalesRequest request, UnitOfWork work)
    {
        using var json = request.Json();
        foreach (var table in Tables(new ActionBody(Name, json.RootElement).Text("ParameterXml")).ToList())
        {
            options.Publish(work, table);
        }

        return new SalesResponse(HttpStatusCode.NoContent);
    }

    private static IEnumerable<SalesTable> Tables(string text)
    {
        XElement root;
        try
        {
            root = XElement.Parse(text);
        }
        catch (XmlException exception)
        {
            throw SalesError.Argument("ParameterXml is not valid XML. " + exception.Message);
        }

        if (root.Name != Root)
        {
            throw SalesError.Argument($"ParameterXml must be an element '{Root}'.");
        }

        return from entity in root.Elements("entities").Elements("entity")
            select SalesSchema.FindName(entity.Value.Trim())
                ?? throw SalesError.Argument($"There is no table '{entity.Value}' to publish.");
    }
}
