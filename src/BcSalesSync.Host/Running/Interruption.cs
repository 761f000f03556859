namespace BcSalesSync.Host.Running;

// A person who does not want to wait for the end in good order.
internal sealed class Interruption
{
    private readonly TaskCompletionSource insisted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Insisted => insisted.Task;

    public void Insist() => insisted.TrySetResult();
}
