using System.Collections.Concurrent;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace BcSalesSync.Sandbox.OData;

// A model with its document, and with the selections that were read against it: clients ask for the same few again and again.
internal sealed class EntityModel(IEdmModel edm, bool hasDeclaration)
{
    private const int SelectionLimit = 500;

    private readonly ConcurrentDictionary<(string Set, string? Select, string? Expand), SelectExpandClause?> _selections = new();

    public IEdmModel Edm { get; } = edm;

    public ModelDocument Document { get; } = new(edm, hasDeclaration);

    // What "read" makes of these options; where it refuses them they are read anew each time.
    public SelectExpandClause? Selection(string set, IReadOnlyDictionary<string, string> options, Func<SelectExpandClause?> read)
    {
        if (_selections.Count > SelectionLimit)
        {
            _selections.Clear();
        }

        return _selections.GetOrAdd((set, options.GetValueOrDefault("$select"), options.GetValueOrDefault("$expand")), _ => read());
    }
}
