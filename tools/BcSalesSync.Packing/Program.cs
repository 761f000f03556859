using BcSalesSync.Packing;

if (args is not [var task, var root, var help, var shell, var engine, var restored, var output] || task is not ("compose" or "pack"))
    throw new ArgumentException("Give compose or pack, the root, the folders of help, shell and engine, the list of restored packages, and where to write.");
var folder = ModuleFolder.Compose(new ModuleParts(root, help, shell, engine, restored), output);
if (task == "pack")
    ModuleArchive.Write(folder, output);
