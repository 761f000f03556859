using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.BusinessCentral.Batches;
using BcSalesSync.Endpoints.BusinessCentral.Reading;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;

namespace BcSalesSync.Endpoints.BusinessCentral.Writing.Units;

/// <summary>Writes units, each as one transaction in an envelope of its own, several at a time.</summary>
internal sealed class UnitWriter(TableCatalog catalog, BorrowedColumns borrowed, BatchLine line, int concurrency)
{
    private readonly UnitPlanner planner = new(catalog, borrowed);
    private readonly TransactionRunner transactions = new(line);

    /// <summary>Writes the units, asking the guard before each; outcomes come in their order.</summary>
    /// <exception cref="EndpointException">The system takes no envelope at all, and nothing was carried out.</exception>
    public async Task<IReadOnlyList<UnitOutcome>> WriteAsync(
        IReadOnlyList<WriteUnit> units, IWriteGuard? guard, CancellationToken cancellationToken)
    {
        if (units.Count == 0)
            return [];
        var planned = await planner.PlanAsync(units, cancellationToken);
        var outcomes = new UnitOutcome?[units.Count];
        var reader = new UnitOutcomeReader(line);
        var broken = await WholeCall.RunAsync(units.Count, concurrency, WriteOne, guard, cancellationToken);
        if (broken is not null && Array.TrueForAll(outcomes, outcome => outcome is null or { Status: WriteStatus.NotSent }))
            throw broken;
        return [.. outcomes.Select(outcome => outcome ?? new UnitOutcome(WriteStatus.NotSent, [], null, broken?.Failure))];

        async Task<EndpointException?> WriteOne(int index)
        {
            (outcomes[index], var error) = await WriteAsync(planned[index], reader, cancellationToken);
            return error;
        }
    }

    private async Task<(UnitOutcome Outcome, EndpointException? Broken)> WriteAsync(
        PlannedUnit unit, UnitOutcomeReader reader, CancellationToken cancellationToken)
    {
        if (unit.Obstacle is { } obstacle)
            return (new UnitOutcome(WriteStatus.Refused, [], unit.FailedStep, obstacle), null);
        try
        {
            var operations = unit.Steps.Select(step => step.ToOperation()).ToList();
            var outcome = await transactions.RunAsync(unit.Root, operations, answer => reader.Read(unit, answer), cancellationToken);
            var endsAll = outcome is { Status: WriteStatus.NotSent, Failure: not null }
                && (outcome.FailedStep is null || outcome.Failure.Class is FailureClass.Fatal);
            return (outcome, endsAll ? new EndpointException(SystemSide.BusinessCentral, outcome.Failure!) : null);
        }
        catch (AnswerLostException lost)
        {
            return (new UnitOutcome(WriteStatus.Unknown, [], null, lost.Failure), null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return (new UnitOutcome(WriteStatus.NotSent, []), null);
        }
        catch (EndpointException error)
        {
            return (new UnitOutcome(WriteStatus.NotSent, [], null, error.Failure), error);
        }
    }
}
