using BcSalesSync.Engine.Ports;

namespace BcSalesSync.Runtime.Connections;

/// <summary>Ids from the operating system.</summary>
internal sealed class SystemIdSource : IIdSource
{
    /// <inheritdoc/>
#pragma warning disable RS0030 // The one place that makes new ids.
    public Guid NewId() => Guid.NewGuid();
#pragma warning restore RS0030
}
