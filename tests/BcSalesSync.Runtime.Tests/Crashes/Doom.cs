namespace BcSalesSync.Runtime.Tests.Crashes;

/// <summary>
/// The end of a process: at a certain step it stands still for ever, as a killed process does, either before the step is taken or once it was taken and before its outcome is seen.
/// </summary>
/// <param name="kind">The kind of steps that count.</param>
/// <param name="strike">The step it dies at, from 1.</param>
/// <param name="taken">True to die after the step.</param>
internal sealed class Doom(DoomedStep kind, int strike, bool taken)
{
    private readonly TaskCompletionSource fallen = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int steps;

    /// <summary>Done when the process is dead.</summary>
    public Task Fallen => fallen.Task;

    /// <summary>A process that lives on.</summary>
    public static Doom Never => new(DoomedStep.Write, int.MaxValue, false);

    /// <summary>Takes a step, if the process lives to take it and to see what came of it.</summary>
    public async Task<T> StepAsync<T>(DoomedStep step, Func<Task<T>> take)
    {
        var last = step == kind && !fallen.Task.IsCompleted && Interlocked.Increment(ref steps) == strike;
        if (last && taken)
            await take();
        if (last)
            fallen.TrySetResult();
        var outcome = fallen.Task.IsCompleted ? default : await take();
        return fallen.Task.IsCompleted ? await new TaskCompletionSource<T>().Task : outcome!;
    }
}
