/// <summary>
/// The unit of measure a price is for. A price without one is for the base unit.
/// </summary>
codeunit 60105 "BCSS Priced Unit"
{
    Access = Internal;

    procedure OfItem(ItemNo: Code[20]; UnitCode: Code[10]): Guid
    var
        Item: Record Item;
        ItemUnitOfMeasure: Record "Item Unit of Measure";
    begin
        Item.SetLoadFields("Base Unit of Measure");
        if UnitCode = '' then
            if Item.Get(ItemNo) then
                UnitCode := Item."Base Unit of Measure";
        ItemUnitOfMeasure.SetLoadFields(SystemId);
        if ItemUnitOfMeasure.Get(ItemNo, UnitCode) then
            exit(ItemUnitOfMeasure.SystemId);
    end;

    procedure OfResource(ResourceNo: Code[20]; UnitCode: Code[10]): Guid
    var
        Resource: Record Resource;
        ResourceUnitOfMeasure: Record "Resource Unit of Measure";
    begin
        Resource.SetLoadFields("Base Unit of Measure");
        if UnitCode = '' then
            if Resource.Get(ResourceNo) then
                UnitCode := Resource."Base Unit of Measure";
        ResourceUnitOfMeasure.SetLoadFields(SystemId);
        if ResourceUnitOfMeasure.Get(ResourceNo, UnitCode) then
            exit(ResourceUnitOfMeasure.SystemId);
    end;
}
