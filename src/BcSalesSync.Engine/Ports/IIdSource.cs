namespace BcSalesSync.Engine.Ports;

/// <summary>Gives new ids; injected so that tests can repeat a run.</summary>
public interface IIdSource
{
    /// <summary>A new, unique id.</summary>
    Guid NewId();
}
