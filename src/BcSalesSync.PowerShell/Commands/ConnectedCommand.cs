using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Commands.Connections;

namespace BcSalesSync.PowerShell.Commands;

/// <summary>A cmdlet that works on a connection: the one it is given, or the current one of its runspace.</summary>
public abstract class ConnectedCommand : BcCommand
{
    private ISyncSession? session;

    private protected ConnectedCommand()
    {
    }

    /// <summary>Connection to work on, as Connect-BcSync emits it; the runspace's current one when not given.</summary>
    [Parameter]
    public virtual BcConnection? Connection { get; set; }

    private protected ISyncSession Session => session ??= FindSession();

    /// <summary>Fails at once, and not at the first row, when there is no connection.</summary>
    protected override void BeginProcessing() => session = FindSession();

    private protected BcConnection FindConnection()
    {
        var connection = Connection ?? ConnectionTable.Current(Streams.Scope);
        if (connection is null)
        {
            Streams.Stop(Refuse(
                "BcSync.Connection.NotConnected",
                "There is no connection.",
                "Run Connect-BcSync first, or give -Connection."));
        }

        return connection;
    }

    /// <summary>
    /// Names that a typed one stands for, which may hold wildcards. A plain one is looked up only where its change is merely described: the change
    /// itself says what is wrong with it.
    /// </summary>
    private protected IReadOnlyList<string> NamesOf<T>(string typed, Func<string, CancellationToken, IAsyncEnumerable<T>> find, Func<T, string> nameOf)
    {
        if (!IsPattern(typed) && !Streams.IsWhatIf)
            return [typed];
        var names = new List<string>();
        RunFor(typed, async (_, cancellation) =>
        {
            await foreach (var found in find(typed, cancellation))
                names.Add(nameOf(found));
        });
        return names;
    }

    /// <summary>Names of the table mappings that a typed one stands for.</summary>
    private protected IReadOnlyList<string> MappingsOf(string typed) => NamesOf(typed, Session.GetTableMappingsAsync, mapping => mapping.Name);

    private ISyncSession FindSession()
    {
        var connection = FindConnection();
        var found = ConnectionTable.SessionOf(connection);
        if (found is null)
        {
            Streams.Stop(Refuse(
                "BcSync.Connection.Closed",
                $"The connection '{connection.Name}' is not open.",
                "Run Connect-BcSync and use the connection it returns.",
                connection));
        }

        return found;
    }
}
