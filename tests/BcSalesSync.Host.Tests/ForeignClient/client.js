// Drives a served sandbox with the npm package dynamics-web-api and prints a line for each step: "passed <step>" or
// "failed <step>: <reason>". Usage: node client.js <address that api/data/v9.2 is relative to, with its closing slash>
"use strict";

const assert = require("node:assert/strict");
const { randomUUID } = require("node:crypto");
const { DynamicsWebApi } = require("dynamics-web-api");

const api = new DynamicsWebApi({
  serverUrl: process.argv[2],
  dataApi: { version: "9.2" },
  propagateErrors: true,
  onTokenRefresh: async () => "any",
});
const select = ["name", "telephone1"];

const steps = {
  "says who is asking": async () => {
    const answer = await api.callFunction("WhoAmI");
    assert.match(answer.UserId, /^[0-9a-f-]{36}$/);
  },

  "creates a row and reads it": async () => {
    const id = randomUUID();
    const created = await create({ accountid: id, name: "Created Ltd.", telephone1: "0123" });
    assert.equal(created, id);
    const row = await read(id);
    assert.equal(row.name, "Created Ltd.");
    assert.match(row["@odata.etag"], /^W\/"\d+"$/);
  },

  "creates a row and gets it back": async () => {
    const row = await api.create({ collection: "accounts", data: { name: "Represented Ltd." }, returnRepresentation: true, select });
    assert.equal(row.name, "Represented Ltd.");
    assert.match(row.accountid, /^[0-9a-f-]{36}$/);
  },

  "refuses an id that is taken": async () => {
    const id = await create({ name: "Taken Ltd." });
    await refuses(create({ accountid: id, name: "Late Ltd." }), 412, "0x80040237");
  },

  "reads a set page by page": async () => {
    const names = ["Page A", "Page B", "Page C", "Page D", "Page E"];
    for (const name of names) await create({ name });
    const query = { collection: "accounts", select, filter: "startswith(name,'Page ')", orderBy: ["name asc"], maxPageSize: 2 };
    const first = await api.retrieveMultiple(query);
    assert.equal(first.value.length, 2);
    const second = await api.retrieveMultiple(query, first.oDataNextLink);
    const third = await api.retrieveMultiple(query, second.oDataNextLink);
    assert.equal(third.oDataNextLink, undefined);
    assert.deepEqual([first, second, third].flatMap((page) => page.value.map((row) => row.name)), names);
    assert.equal((await api.retrieveAll(query)).value.length, names.length);
    assert.equal(await api.count({ collection: "accounts", filter: "startswith(name,'Page ')" }), names.length);
  },

  "reads lookups with their labels": async () => {
    const owner = (await api.callFunction("WhoAmI")).UserId;
    const id = await create({ name: "Owned Ltd.", "ownerid@odata.bind": `systemusers(${owner})` });
    const row = await api.retrieve({ collection: "accounts", key: id, select: ["name", "_ownerid_value"], includeAnnotations: "*" });
    assert.equal(row._ownerid_value, owner);
    assert.equal(row._ownerid_value_LogicalName, "systemuser");
    assert.ok(row._ownerid_value_Formatted);
  },

  "expands a lookup": async () => {
    const parent = await create({ name: "Parent Ltd." });
    const id = await create({ name: "Child Ltd.", "parentaccountid@odata.bind": `/accounts(${parent})` });
    const row = await api.retrieve({
      collection: "accounts", key: id, select: ["name"], expand: [{ property: "parentaccountid", select: ["name"] }],
    });
    assert.equal(row.parentaccountid.name, "Parent Ltd.");
  },

  "answers a row that did not change with nothing": async () => {
    const row = await read(await create({ name: "Unchanged Ltd." }));
    const again = await api.retrieve({ collection: "accounts", key: row.accountid, select, ifnonematch: row["@odata.etag"] });
    assert.ok(!again || again.name === undefined);
  },

  "updates a row whose version is known": async () => {
    const row = await read(await create({ name: "Versioned Ltd." }));
    await update(row.accountid, { telephone1: "1" }, row["@odata.etag"]);
    assert.equal((await read(row.accountid)).telephone1, "1");
  },

  "refuses an update by a stale version": async () => {
    const row = await read(await create({ name: "Stale Ltd." }));
    await update(row.accountid, { telephone1: "1" });
    await refuses(update(row.accountid, { telephone1: "2" }, row["@odata.etag"]), 412, "0x80060882");
    assert.equal((await read(row.accountid)).telephone1, "1");
  },

  "refuses to update a row that is not there": async () => {
    await refuses(update(randomUUID(), { telephone1: "1" }), 404, "0x80040217");
  },

  "updates a row and gets it back": async () => {
    const id = await create({ name: "Before Ltd." });
    const row = await api.update({ collection: "accounts", key: id, data: { name: "After Ltd." }, returnRepresentation: true, select });
    assert.equal(row.name, "After Ltd.");
  },

  "sets and clears a single column": async () => {
    const id = await create({ name: "Single Ltd." });
    await api.updateSingleProperty({ collection: "accounts", key: id, fieldValuePair: { telephone1: "7" } });
    assert.equal((await read(id)).telephone1, "7");
    await api.deleteRecord({ collection: "accounts", key: id, property: "telephone1" });
    assert.equal((await read(id)).telephone1, null);
  },

  "sets and clears a lookup": async () => {
    const parent = await create({ name: "Parent Ltd." });
    const id = await create({ name: "Child Ltd." });
    await api.associateSingleValued({
      collection: "accounts", primaryKey: id, navigationProperty: "parentaccountid", relatedCollection: "accounts", relatedKey: parent,
    });
    const lookup = () => api.retrieve({ collection: "accounts", key: id, select: ["_parentaccountid_value"] });
    assert.equal((await lookup())._parentaccountid_value, parent);
    await api.disassociateSingleValued({ collection: "accounts", primaryKey: id, navigationProperty: "parentaccountid" });
    assert.equal((await lookup())._parentaccountid_value, null);
  },

  "creates by an upsert, then updates by one": async () => {
    const id = randomUUID();
    await upsert(id, { name: "Upserted Ltd." });
    await upsert(id, { telephone1: "5" });
    const row = await read(id);
    assert.deepEqual([row.name, row.telephone1], ["Upserted Ltd.", "5"]);
  },

  "tells by an upsert whether it created": async () => {
    const id = randomUUID();
    const row = await upsert(id, { name: "Told Ltd." }, { returnRepresentation: true, select });
    assert.deepEqual([row.accountid, row.name], [id, "Told Ltd."]);
    assert.equal((await upsert(id, { telephone1: "5" }, { returnRepresentation: true, select })).name, "Told Ltd.");
  },

  "keeps an upsert to creating or to updating": async () => {
    const id = await create({ name: "Guarded Ltd." });
    await refuses(upsert(id, { telephone1: "5" }, { ifnonematch: "*" }), 412, "0x80040237");
    await refuses(upsert(randomUUID(), { name: "Nobody" }, { ifmatch: "*" }), 404, "0x80040217");
  },

  "deletes a row, by version too": async () => {
    const row = await read(await create({ name: "Deleted Ltd." }));
    await update(row.accountid, { telephone1: "1" });
    await refuses(remove(row.accountid, row["@odata.etag"]), 412, "0x80060882");
    await remove(row.accountid);
    await refuses(read(row.accountid), 404, "0x80040217");
    await refuses(remove(row.accountid), 404, "0x80040217");
  },

  "does a change set whole": async () => {
    const id = randomUUID();
    const data = { salesorderid: id, ...await order() };
    api.startBatch();
    api.create({ collection: "salesorders", data, contentId: "1" });
    api.create({ collection: "salesorderdetails", data: { "salesorderid@odata.bind": "$1", ...writeIn(2) }, contentId: "2" });
    api.update({ data: { description: "Complete" }, contentId: "$1" });
    const [header, line] = await api.executeBatch();
    assert.equal(header, id);
    const row = await api.retrieve({ collection: "salesorderdetails", key: line, select: ["quantity", "_salesorderid_value"] });
    assert.deepEqual([row.quantity, row._salesorderid_value], [2, id]);
    assert.equal((await api.retrieve({ collection: "salesorders", key: id, select: ["description"] })).description, "Complete");
  },

  "undoes a change set that fails": async () => {
    const id = randomUUID();
    api.startBatch();
    api.create({ collection: "accounts", data: { accountid: id, name: "Undone Ltd." }, contentId: "1" });
    api.update({ collection: "accounts", key: randomUUID(), data: { name: "Nobody" }, contentId: "2" });
    await refuses(api.executeBatch().catch((errors) => { throw errors[0]; }), 404);
    await refuses(read(id), 404, "0x80040217");
  },

  "does independent operations each for itself": async () => {
    const id = await create({ name: "Independent Ltd." });
    api.startBatch();
    api.update({ collection: "accounts", key: id, data: { telephone1: "1" }, inChangeSet: false });
    api.update({ collection: "accounts", key: randomUUID(), data: { telephone1: "2" }, inChangeSet: false });
    api.retrieve({ collection: "accounts", key: id, select });
    const answers = await api.executeBatch({ continueOnError: true });
    assert.equal(answers.length, 3);
    assert.equal(answers[0], true);
    assert.deepEqual([answers[1].status, answers[1].error.code], [404, "0x80040217"]);
    assert.equal(answers[2].telephone1, "1");
  },

  "stops a batch at its first failure": async () => {
    const id = await create({ name: "Stopped Ltd." });
    api.startBatch();
    api.update({ collection: "accounts", key: randomUUID(), data: { telephone1: "1" }, inChangeSet: false });
    api.update({ collection: "accounts", key: id, data: { telephone1: "2" }, inChangeSet: false });
    const errors = await api.executeBatch().then(() => assert.fail("It was not refused."), (failed) => failed);
    assert.deepEqual(errors.map((error) => error.status), [404]);
    assert.equal((await read(id)).telephone1, null);
  },

  "sends a long query in a batch": async () => {
    const id = await create({ name: "Long Ltd." });
    const ids = [id, ...Array.from({ length: 79 }, () => randomUUID())];
    const answer = await api.retrieveMultiple({ collection: "accounts", select, filter: ids.map((one) => `accountid eq ${one}`).join(" or ") });
    assert.deepEqual(answer.value.map((row) => row.accountid), [id]);
  },

  "tells changes since a token": async () => {
    const changed = await create({ name: "Tracked Ltd." });
    const deleted = await create({ name: "Gone Ltd." });
    const query = { collection: "accounts", select: ["name"], trackChanges: true };
    const start = await api.retrieveMultiple(query);
    assert.ok(start.value.some((row) => row.accountid === deleted));
    await update(changed, { name: "Changed Ltd." });
    await remove(deleted);
    const delta = await api.retrieveMultiple(query, start.oDataDeltaLink);
    assert.deepEqual(delta.value.map((row) => row.name ?? [row.id, row.reason]), ["Changed Ltd.", [deleted, "deleted"]]);
    const rest = await api.retrieveMultiple(query, delta.oDataDeltaLink);
    assert.deepEqual(rest.value, []);
    assert.ok(rest.oDataDeltaLink);
  },

  "tells changes page by page": async () => {
    const ids = [];
    for (const name of ["Tracked A", "Tracked B", "Tracked C"]) ids.push(await create({ name }));
    const query = { collection: "accounts", select: ["name"], trackChanges: true, maxPageSize: 2 };
    const start = await api.retrieveAll(query);
    assert.ok(ids.every((id) => start.value.some((row) => row.accountid === id)));
    assert.ok(start.oDataDeltaLink);
  },

  "refuses a filter beside change tracking": async () => {
    await refuses(api.retrieveMultiple({ collection: "accounts", select, trackChanges: true, filter: "name eq 'x'" }), 400, "0x80060888");
  },

  "creates and updates many rows in one request": async () => {
    const ids = [randomUUID(), randomUUID()];
    const created = await many("CreateMultiple", ids.map((accountid, index) => ({ accountid, name: `Many ${index}` })));
    assert.deepEqual(created.Ids, ids);
    await many("UpdateMultiple", ids.map((accountid) => ({ accountid, telephone1: "9" })));
    await many("UpsertMultiple", [{ accountid: ids[0], telephone1: "10" }, { accountid: randomUUID(), name: "Many 2" }]);
    assert.deepEqual([(await read(ids[0])).telephone1, (await read(ids[1])).telephone1], ["10", "9"]);
  },

  "updates none of many rows when one is gone": async () => {
    const id = await create({ name: "Whole Ltd." });
    const rows = [{ accountid: id, telephone1: "9" }, { accountid: randomUUID(), telephone1: "9" }];
    await refuses(many("UpdateMultiple", rows), 404, "0x80040217");
    assert.equal((await read(id)).telephone1, null);
  },

  "wins and loses opportunities": async () => {
    const close = async (actionName, Status) => {
      const id = await api.create({ collection: "opportunities", data: { name: "Bikes" } });
      const OpportunityClose = { subject: "Decided", actualrevenue: 100, "opportunityid@odata.bind": `/opportunities(${id})` };
      await api.callAction({ actionName, action: { Status, OpportunityClose } });
      return (await api.retrieve({ collection: "opportunities", key: id, select: ["statecode"] })).statecode;
    };
    assert.equal(await close("WinOpportunity", 3), 1);
    assert.equal(await close("LoseOpportunity", 4), 2);
  },

  "wins, closes and revises quotes": async () => {
    const state = async (id) => (await api.retrieve({ collection: "quotes", key: id, select: ["statecode"] })).statecode;
    const close = async (actionName, Status, id) => api.callAction({
      actionName, action: { Status, QuoteClose: { subject: "Decided", "quoteid@odata.bind": `/quotes(${id})` } },
    });
    const [won, closed, revised] = [await quote(), await quote(), await quote()];
    await close("WinQuote", 4, won);
    await close("CloseQuote", 6, closed);
    assert.deepEqual([await state(won), await state(closed)], [2, 3]);
    await refuses(close("WinQuote", 4, won), 400);
    const revision = await api.callAction({ actionName: "ReviseQuote", action: { QuoteId: revised, ColumnSet: { AllColumns: true } } });
    assert.deepEqual([revision.revisionnumber, revision.statecode], [1, 0]);
  },

  "turns a quote into an order and that into an invoice": async () => {
    const id = await quote();
    const won = await api.callAction({ actionName: "ConvertQuoteToSalesOrder", action: { QuoteId: id, ColumnSet: { AllColumns: true } } });
    assert.equal(won._quoteid_value, id);
    const invoice = await api.callAction({
      actionName: "ConvertSalesOrderToInvoice", action: { SalesOrderId: won.salesorderid, ColumnSet: { AllColumns: true } },
    });
    assert.equal(invoice._salesorderid_value, won.salesorderid);
  },

  "fulfils and cancels orders": async () => {
    const close = (id) => ({
      "@odata.type": "Microsoft.Dynamics.CRM.orderclose", subject: "Decided", "salesorderid@odata.bind": `/salesorders(${id})`,
    });
    const state = async (id) => (await api.retrieve({ collection: "salesorders", key: id, select: ["statecode"] })).statecode;
    const [fulfilled, canceled] = [await submittedOrder(), await submittedOrder()];
    await api.callAction({
      collection: "salesorders", actionName: "Microsoft.Dynamics.CRM.FulfillSalesOrder",
      action: { Status: 100001, OrderClose: close(fulfilled) },
    });
    await api.callAction({ actionName: "CancelSalesOrder", action: { Status: 4, OrderClose: close(canceled) } });
    assert.deepEqual([await state(fulfilled), await state(canceled)], [3, 2]);
  },

  "locks and unlocks the prices of an order": async () => {
    const id = await api.create({ collection: "salesorders", data: await order() });
    const locked = async () => (await api.retrieve({ collection: "salesorders", key: id, select: ["ispricelocked"] })).ispricelocked;
    await api.callAction({ collection: "salesorders", key: id, actionName: "Microsoft.Dynamics.CRM.LockSalesOrderPricing" });
    assert.equal(await locked(), true);
    await api.callAction({ actionName: "UnlockSalesOrderPricing", action: { SalesOrderId: id } });
    assert.equal(await locked(), false);
  },

  "publishes a product": async () => {
    const [model] = (await api.retrieveMultiple({
      collection: "products", select: ["_defaultuomid_value", "_defaultuomscheduleid_value"], filter: "productnumber eq '1000'",
    })).value;
    const id = await api.create({
      collection: "products",
      data: {
        name: "Bell", productnumber: "BELL", quantitydecimal: 2, "defaultuomid@odata.bind": `/uoms(${model._defaultuomid_value})`,
        "defaultuomscheduleid@odata.bind": `/uomschedules(${model._defaultuomscheduleid_value})`,
      },
    });
    const state = async () => (await api.retrieve({ collection: "products", key: id, select: ["statecode"] })).statecode;
    assert.equal(await state(), 2);
    await api.callAction({ collection: "products", key: id, actionName: "Microsoft.Dynamics.CRM.PublishProductHierarchy" });
    assert.equal(await state(), 0);
  },

  "adds and renames a choice": async () => {
    const place = { EntityLogicalName: "account", AttributeLogicalName: "paymenttermscode" };
    const label = (Label) => ({ LocalizedLabels: [{ Label, LanguageCode: 1033 }] });
    const added = await api.callAction({ actionName: "InsertOptionValue", action: { ...place, Label: label("Net 7") } });
    const Value = added.NewOptionValue;
    await api.callAction({ actionName: "UpdateOptionValue", action: { ...place, Value, Label: label("Net 8"), MergeLabels: true } });
    const ParameterXml = "<importexportxml><entities><entity>account</entity></entities></importexportxml>";
    await api.callAction({ actionName: "PublishXml", action: { ParameterXml } });
    const column = await api.retrieveAttribute({
      entityKey: "LogicalName='account'", attributeKey: "LogicalName='paymenttermscode'",
      castType: "Microsoft.Dynamics.CRM.PicklistAttributeMetadata", select: ["LogicalName"], expand: [{ property: "OptionSet" }],
    });
    const option = column.OptionSet.Options.find((each) => each.Value === Value);
    assert.equal(option.Label.UserLocalizedLabel.Label, "Net 8");
  },

  "reads the definitions of tables": async () => {
    const table = await api.retrieveEntity({ key: "LogicalName='account'", select: ["EntitySetName", "ChangeTrackingEnabled"] });
    assert.deepEqual([table.EntitySetName, table.ChangeTrackingEnabled], ["accounts", true]);
    await refuses(api.retrieveEntity({ key: "LogicalName='nothing'", select: ["EntitySetName"] }), 404);
  },

  "finds sets by the names of their tables": async () => {
    const named = new DynamicsWebApi({
      serverUrl: process.argv[2], dataApi: { version: "9.2" }, useEntityNames: true, onTokenRefresh: async () => "any",
    });
    const id = await create({ name: "Named Ltd." });
    assert.equal((await named.retrieve({ collection: "account", key: id, select })).name, "Named Ltd.");
  },

  "keeps letters of every alphabet": async () => {
    const name = "Süd & Łódź – 株式会社 100%";
    const id = await create({ name });
    assert.equal((await read(id)).name, name);
    const found = await api.retrieveMultiple({ collection: "accounts", select, filter: `name eq '${name}'` });
    assert.deepEqual(found.value.map((row) => row.accountid), [id]);
  },
};

const create = (data) => api.create({ collection: "accounts", data });
const read = (key) => api.retrieve({ collection: "accounts", key, select });
const update = (key, data, ifmatch) => api.update({ collection: "accounts", key, data, ifmatch });
const upsert = (key, data, guard) => api.upsert({ collection: "accounts", key, data, ...guard });
const remove = (key, ifmatch) => api.deleteRecord({ collection: "accounts", key, ifmatch });

const many = (message, rows) => api.callAction({
  collection: "accounts", actionName: `Microsoft.Dynamics.CRM.${message}`,
  action: { Targets: rows.map((row) => ({ "@odata.type": "Microsoft.Dynamics.CRM.account", ...row })) },
});

const order = async () => ({ name: "Bikes", "customerid_account@odata.bind": `/accounts(${await create({ name: "Buyer Ltd." })})` });
const writeIn = (quantity) => ({ isproductoverridden: true, productdescription: "Assembly on site", quantity, priceperunit: 65 });

async function quote() {
  const id = await api.create({ collection: "quotes", data: await order() });
  await api.create({ collection: "quotedetails", data: { "quoteid@odata.bind": `/quotes(${id})`, ...writeIn(1) } });
  await api.update({ collection: "quotes", key: id, data: { statecode: 1, statuscode: 2 } });
  return id;
}

async function submittedOrder() {
  const id = await api.create({ collection: "salesorders", data: await order() });
  await api.create({ collection: "salesorderdetails", data: { "salesorderid@odata.bind": `/salesorders(${id})`, ...writeIn(1) } });
  await api.update({ collection: "salesorders", key: id, data: { statecode: 1, statuscode: 3 } });
  return id;
}

async function refuses(request, status, code) {
  const error = await request.then(() => assert.fail("It was not refused."), (refusal) => refusal);
  assert.equal(error.status, status, error.message);
  if (code) assert.equal(error.code ?? error.error?.code, code);
}

async function run() {
  for (const [step, act] of Object.entries(steps)) {
    try {
      await act();
      console.log(`passed ${step}`);
    } catch (error) {
      console.log(`failed ${step}: ${String(error?.message ?? JSON.stringify(error)).replace(/\s+/g, " ")}`);
    }
  }
}

run();
