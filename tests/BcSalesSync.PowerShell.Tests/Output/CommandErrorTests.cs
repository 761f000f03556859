using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Output;
using BcSalesSync.PowerShell.Tests.Doubles;

namespace BcSalesSync.PowerShell.Tests.Output;

public sealed class CommandErrorTests
{
    [Theory]
    [InlineData(FailureClass.Transient, ErrorCategory.ConnectionError)]
    [InlineData(FailureClass.DependencyMissing, ErrorCategory.ObjectNotFound)]
    [InlineData(FailureClass.Data, ErrorCategory.InvalidData)]
    [InlineData(FailureClass.Conflict, ErrorCategory.ResourceExists)]
    [InlineData(FailureClass.Permission, ErrorCategory.PermissionDenied)]
    [InlineData(FailureClass.Capability, ErrorCategory.NotImplemented)]
    [InlineData(FailureClass.Configuration, ErrorCategory.InvalidArgument)]
    [InlineData(FailureClass.Fatal, ErrorCategory.OperationStopped)]
    public void The_class_of_a_failure_decides_its_category(FailureClass failure, ErrorCategory category) =>
        Assert.Equal(category, CommandError.From(Samples.Error(failure), null).Category);

    [Fact]
    public void An_error_keeps_id_message_target_and_next_step()
    {
        var target = new object();

        var error = CommandError.From(Samples.Error(), target);

        Assert.Equal("BcSync.Coupling.Taken", error.Id);
        Assert.Equal("The account is coupled to C20000.", error.Exception.Message);
        Assert.Same(target, error.Target);
        Assert.Equal("Remove that coupling first.", error.RecommendedAction);
        Assert.Equal(Samples.Error(), Assert.IsType<SyncException>(error.Exception).Error);
    }
}
