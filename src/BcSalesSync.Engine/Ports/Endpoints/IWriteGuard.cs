namespace BcSalesSync.Engine.Ports.Endpoints;

/// <summary>Asked right before something is sent to be written, by whoever may not send it any more all of a sudden.</summary>
public interface IWriteGuard
{
    /// <summary>
    /// Goes on while it may be sent. What it throws otherwise ends the call: what is under way is let finish, nothing more is sent.
    /// </summary>
    Task RequireAsync();
}
