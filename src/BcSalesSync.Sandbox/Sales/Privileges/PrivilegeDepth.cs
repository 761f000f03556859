namespace BcSalesSync.Sandbox.Sales.Privileges;

// Whose rows a privilege reaches: the user's own, those of the business unit, of it and those below, all.
internal enum PrivilegeDepth
{
    Basic,
    Local,
    Deep,
    Global,
}
