namespace BcSalesSync.Host.Soak;

// What a client process is to do: which work, against which server, with which state.
internal sealed record SoakTask(SoakWork Work, Uri Server, string StatePath);
