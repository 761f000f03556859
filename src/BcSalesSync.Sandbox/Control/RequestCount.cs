namespace BcSalesSync.Sandbox.Control;

// Requests are HTTP calls; operations are what they did, the members of a batch counted one by one under their own set.
internal sealed record RequestCount(string System, string Method, string Set, int Requests, int Operations);
