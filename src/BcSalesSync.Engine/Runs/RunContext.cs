using BcSalesSync.Contracts;
using BcSalesSync.Engine.Changes;
using BcSalesSync.Engine.Changes.Translating;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.Engine.Runs;

/// <summary>What all passes of one run share.</summary>
internal sealed class RunContext
{
    private readonly PassBuilder passes;

    /// <summary>Creates the context of a run.</summary>
    public RunContext(EngineParts parts, MappingSet mappings, Guid runId, SyncJobType jobType, PlanPolicy policy, ISyncObserver observer)
    {
        Parts = parts;
        Mappings = mappings;
        RunId = runId;
        JobType = jobType;
        Policy = policy;
        Observer = observer;
        passes = new PassBuilder(parts.Endpoints, mappings);
        Translators = new TranslatorLoader(
            parts.Endpoints, mappings, parts.State.Couplings, parts.State.Pending, parts.Clock, mayCreate: true);
    }

    private RunContext(RunContext run, IStateStore state, EndpointPair endpoints, Fence tenure)
    {
        Parts = run.Parts with { State = state, Endpoints = endpoints };
        Tenure = tenure;
        Mappings = run.Mappings;
        RunId = run.RunId;
        JobType = run.JobType;
        Policy = run.Policy;
        Observer = run.Observer;
        Translators = run.Translators;
        passes = run.passes;
    }

    /// <summary>The systems, the state, the clock and the ids.</summary>
    public EngineParts Parts { get; }

    /// <summary>The mappings as they were when the run began.</summary>
    public MappingSet Mappings { get; }

    /// <summary>Id of the run.</summary>
    public Guid RunId { get; }

    /// <summary>Type of the jobs that the run logs.</summary>
    public SyncJobType JobType { get; }

    /// <summary>How freely the run may act.</summary>
    public PlanPolicy Policy { get; }

    /// <summary>Who watches.</summary>
    public ISyncObserver Observer { get; }

    /// <summary>Loads translations; shared so that small tables are read once a run.</summary>
    public TranslatorLoader Translators { get; }

    /// <summary>The systems.</summary>
    public EndpointPair Endpoints => Parts.Endpoints;

    /// <summary>The state.</summary>
    public IStateStore State => Parts.State;

    /// <summary>The claim on the mapping that the run works on; null while it has none.</summary>
    public Fence? Tenure { get; }

    /// <summary>
    /// The run while it holds a mapping: whatever it saves is saved under the lease, and what its passes write is sent under it. Rows that
    /// translations need and create are not: they belong to no mapping alone.
    /// </summary>
    public RunContext Under(MappingLease lease) => new(this, lease.State, lease.Endpoints, lease.Fence);

    /// <summary>The run while it does its part for the holder of a mapping.</summary>
    /// <param name="part">Its claim on that part.</param>
    /// <param name="tenure">The claim of the holder.</param>
    public RunContext Under(HeldClaim part, Fence tenure)
    {
        var endpoints = FencedEndpoint.Both(part.Endpoints, new TenureGuard(part.State, tenure));
        return new(this, new FencedStore(part.State, tenure), endpoints, tenure);
    }

    /// <summary>The same run with another policy.</summary>
    public RunContext With(PlanPolicy policy) => new(Parts, Mappings, RunId, JobType, policy, Observer);

    /// <summary>A pass of the run.</summary>
    public Task<PassDefinition> PassAsync(TableMapping mapping, SyncDirection direction, CancellationToken cancellationToken) =>
        passes.BuildAsync(mapping, direction, cancellationToken);
}
