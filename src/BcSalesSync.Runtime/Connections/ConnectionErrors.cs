using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Runtime.Connections;

/// <summary>Why a connection cannot be made.</summary>
internal static class ConnectionErrors
{
    /// <summary>A setting is missing.</summary>
    public static SyncException Missing(string setting) => ConnectionProblem.Create(
        FailureClass.Configuration, "BcSync.Connection.SettingMissing", $"{setting} is missing.",
            $"Give -{setting} to Connect-BcSync, or use -Sandbox.");

    /// <summary>This build cannot go the way that was chosen.</summary>
    public static SyncException NoServiceClient() => ConnectionProblem.Create(
        FailureClass.Configuration,
        "BcSync.Connection.TransportNotIncluded",
        "The transport ServiceClient is not in this build of the module.",
        "Leave -Transport out, which takes the Web API and does the same. Or compose the module with ./build.ps1 build, pack -WithServiceClient, where NuGet offers the package Microsoft.PowerPlatform.Dataverse.Client.");

    /// <summary>The sandbox cannot begin as asked.</summary>
    public static SyncException InvalidSeed(ArgumentException problem) => ConnectionProblem.Create(
        FailureClass.Configuration, "BcSync.Connection.InvalidSeed", problem.Message, "Give -Seed cronus, empty, or scale: and a number.", problem);

    /// <summary>A system refused or did not answer while connecting.</summary>
    public static SyncException Endpoint(EndpointException problem) => ConnectionProblem.Create(
        problem.Failure.Class,
        problem.Failure.Advice?.ErrorId ?? (problem.Failure.Class is FailureClass.Transient ? "BcSync.Connection.Unreachable" : "BcSync.Connection.Refused"),
        $"{(problem.Side is SystemSide.Sales ? "Sales" : "Business Central")}: {problem.Failure.Message} ({problem.Failure.Code})",
        problem.Failure.Advice?.NextStep ?? problem.Failure.Class switch
        {
            FailureClass.Transient => "Check the address and the network, then connect again.",
            FailureClass.Permission or FailureClass.Fatal => Registration(problem.Side),
            _ => "Check the address and the company name.",
        },
        problem);

    /// <summary>The state was made with other systems.</summary>
    public static SyncException StateOfOthers(string path, string owners, string here) => ConnectionProblem.Create(
        FailureClass.Configuration,
        "BcSync.Connection.StateOfOtherSystems",
        $"The state '{path}' belongs to {owners}. This connection leads to {here}. Nothing was read or changed.",
        "Connect with another -StatePath, or another Search Path in -StateConnectionString, or to the systems the state was made with. If a sandbox was begun anew, what the state knows is gone: remove that file or schema.");

    /// <summary>Two places were given for one state.</summary>
    public static SyncException TwoStates() => ConnectionProblem.Create(
        FailureClass.Configuration, "BcSync.Connection.TwoStates", "A connection has one state, and two places were given for it.",
            "Give either -StatePath or -StateConnectionString.");

    /// <summary>An event for a sandbox was asked of real systems.</summary>
    public static SyncException NotASandbox() => ConnectionProblem.Create(
        FailureClass.Configuration, "BcSync.Sandbox.NotASandbox", "The connection is not a sandbox.",
            "Connect with Connect-BcSync -Sandbox, or to a sandbox served on this machine.");

    /// <summary>The sandbox refused an event.</summary>
    public static SyncException EventRefused(string type, string answer) => ConnectionProblem.Create(
        FailureClass.Data, "BcSync.Sandbox.EventRefused", $"The sandbox refused the event {type}: {answer}",
            "Check the event's name and arguments.");

    /// <summary>An argument of an event cannot be written as JSON.</summary>
    public static SyncException EventArgumentUnusable(string type, string argument, Exception problem) => ConnectionProblem.Create(
        FailureClass.Data, "BcSync.Sandbox.EventArgumentUnusable", $"The argument {argument} of the event {type} cannot be sent: {problem.Message}",
            "Give texts, finite numbers, truth values, times, or lists and tables of them.", problem);

    private static string Registration(SystemSide side) => side is SystemSide.Sales
        ? "Add the application as application user with a security role to the environment (Power Platform admin centre), or check the token."
        : "Add the application on the page Microsoft Entra Applications in Business Central, enabled and with permission sets for the company, or check the token.";
}
