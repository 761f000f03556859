using BcSalesSync.Contracts;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Engine.Mappings;

/// <summary>The conditions of a mapping, ready for reading.</summary>
public static class MappingFilters
{
    /// <summary>
    /// Stands for whether Business Central has a default price list; set-up fills it in, and without that there is none (spec/mappings.md
    /// 1.1).
    /// </summary>
    public const string DefaultPriceList = "defaultPriceList";

    private const string Company = "company";

    /// <summary>The condition on one side.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="side">The side whose records are read.</param>
    /// <param name="companyRow">Id of the company's row in Sales; null when there is none, and then the condition on it falls away.</param>
    /// <exception cref="FilterSyntaxException">The stored text is not a filter.</exception>
    public static Filter FilterOn(this TableMapping mapping, SystemSide side, Guid? companyRow) =>
        Parse(side is SystemSide.BusinessCentral ? mapping.BcFilter : mapping.SalesFilter, companyRow);

    /// <summary>Reads a filter text in which {company} may stand.</summary>
    /// <exception cref="FilterSyntaxException">The text is not a filter.</exception>
    public static Filter Parse(string text, Guid? companyRow) =>
        FilterSyntax.Parse(text, new Dictionary<string, FieldValue>
        {
            [Company] = FieldValue.Id(companyRow),
            [DefaultPriceList] = FieldValue.Boolean(false),
        });
}
