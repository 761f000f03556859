using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Runtime.Connections;

/// <summary>What a session stands on besides its settings; the defaults are those of a process of its own.</summary>
internal sealed record SessionGround
{
    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Way to the systems; null for the network, or for a sandbox of the session's own.</summary>
    public HttpMessageHandler? Network { get; init; }

    /// <summary>Name under which the session holds claims; null for one of its own.</summary>
    public ProcessHolders? Holders { get; init; }

    /// <summary>Folder of the states that are given no path.</summary>
    public string StateFolder { get; init; } = UserFolder.Path;

    /// <summary>What the systems allow; null for what is documented, and for anything of a sandbox of the session's own.</summary>
    public SystemLimits? Limits { get; init; }

    /// <summary>
    /// Gates that are shared with other sessions; null for those of the process, or for own ones with a clock or a way of one's own.
    /// </summary>
    public LaneBook? Lanes { get; init; }

    /// <summary>Gives parts of long passes to other workers; null to do everything in this session.</summary>
    public IPartitionHost? Partitions { get; init; }

    /// <summary>Wraps the state store.</summary>
    public Func<IStateStore, IStateStore> State { get; init; } = store => store;
}
