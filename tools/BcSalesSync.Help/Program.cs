using BcSalesSync.Help;
using BcSalesSync.PowerShell.Commands;

if (args is not [var pages, var helpFile])
    throw new ArgumentException("Give the folder of the pages and the help file to write.");
var commands = CommandReader.Read(typeof(BcCommand).Assembly, HelpPage.ReadAll(pages));
Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(helpFile))!);
MamlFile.Of(commands).Save(helpFile);
