package main

import "testing"

// inWindowBy are deeds of the console that the window does by other calls of the office.
var inWindowBy = []otherwise{
	{"CheckFile", []string{"Office.ExamineFile"}, "with the signatures of the file"},
	{"CompareFiles", []string{"Office.CompareTwo"}, "which reads the month of the payrolls at hand"},
	{"Demo", []string{"Office.Rehearse"}, "the guided practice files a first dossier with the sample company"},
	{"HelpPages", []string{"FindHelp"}, "each screen shows its own page"},
	{"Office.AttachedFiles", []string{"Office.Dossier"}, "the view of a dossier has its papers"},
	{"Office.Calendar", []string{"Office.Holidays"}, "the settings show the days of a year"},
	{"Office.Career", []string{"Office.History"}, "the record of a person has the months"},
	{"Office.CostOfWaiting", []string{"Office.WaitingCosts"}, "beside the draft"},
	{"Office.DropUnsaved", []string{"Office.KeepUnsaved"}, "kept anew without what was dropped"},
	{"Office.EditCells", []string{"Office.PasteCells"}, "a cell and a block of cells alike"},
	{"Office.Examine", []string{"Office.Checkup"}, "with the tokens"},
	{"Office.FetchNotices", []string{"Office.FetchInbox"}, "from the employer's own gateway"},
	{"Office.Fill", []string{"Office.PasteCells", "Office.FillKnown"}, "answers are typed into the form, or taken from the roster"},
	{"Office.FindPerson", []string{"Office.People"}, "people are chosen from the list"},
	{"Office.GatewayAccountOf", []string{"Office.GatewayDesk"}, "with everything else about the gateway"},
	{"Office.GatewayPins", []string{"Office.GatewayDesk"}, "with everything else about the gateway"},
	{"Office.KeysOf", []string{"Office.SigningKeys"}, "keys of every kind in one list"},
	{"Office.LawBook", []string{"Office.Calculate"}, "a calculator reckons with the book of the employer"},
	{"Office.LawBookOf", []string{"Office.Calculate"}, "a calculator reckons with the book of the employer"},
	{"Office.MergeCompany", []string{"Office.PutCompany"}, "the form has every field, so nothing is left out by mistake"},
	{"Office.NoticeNumber", []string{"Office.Notices"}, "notices are chosen from the list"},
	{"Office.OpenKey", []string{"Office.OpenSigningKey"}, "a key of any kind"},
	{"Office.OpenRemoteKey", []string{"Office.OpenSigningKey"}, "a key of any kind"},
	{"Office.OpenTokenKey", []string{"Office.OpenSigningKey"}, "a key of any kind"},
	{"Office.Papers", []string{"Office.Dossier"}, "the view of a dossier has its papers"},
	{"Office.PersonID", []string{"Office.People"}, "people are chosen from the list"},
	{"Office.Processings", []string{"Office.ProcessingLog"}, "in the settings, by days"},
	{"Office.SetCase", []string{"Office.ChangeCase"}, "which tells what changes in the papers, too"},
	{"Office.SetIVAN", []string{"Office.SetGatewayDesk"}, "with the address of the gateway"},
	{"Office.ShowPerson", []string{"Office.History", "Office.Benefits"}, "the record of a person"},
	{"Office.TokenDoctor", []string{"Office.Checkup"}, "with everything else of the machine"},
	{"Office.TokenKey", []string{"Office.SigningKeys"}, "keys of every kind in one list"},
	{"Office.Tokens", []string{"Office.LookAtTokens"}, "with the doctor's word on each driver"},
	{"Office.Waiting", []string{"Office.Outgoing"}, "the list of the outbox has what waits"},
	{"PackTables", []string{"Office.PackAssessment"}, "which names the facility of the employer"},
	{"Printers", []string{"Office.Printers"}, "asked where it is printed"},
	{"ProcedureOf", []string{"Office.Open"}, "a dossier is opened by its service and case"},
	{"Salvage", []string{"Rescue.Salvage"}, "offered where the data cannot be read"},
	{"Template", []string{"Office.BlankBook"}, "the forms of a case, or one form by its name"},
	{"VerifyBackup", []string{"Office.LookAtBackup"}, "which also tells what each employer has in it"},
	{"Verify", []string{"Office.Verify"}, "with the trust store of the data folder"},
}

// consoleOnly are deeds that have no meaning in a window.
var consoleOnly = []only{
	{"DefaultDir", "where the data lies is known before a window opens"},
	{"GatewayChecksBy", "the practice gateway for other programs; the window has its own inside"},
	{"SandboxSeal", "the practice gateway for other programs; the window has its own inside"},
	{"Office.BackUpIfDue", "a window keeps backups by itself, from its beginning to its end"},
	{"Office.CrashNote", "the window says at its start what was left off, and why"},
	{"WriteFile", "the window saves through the system's own dialog"},
	{"WriteNew", "the window saves through the system's own dialog"},
}

// TestTheWindowDoesWhatTheConsoleDoes: an officer lives in the window alone, so whatever
// a command asks the office to do, some screen asks too. A line of the tables above that
// is no longer needed fails as well.
func TestTheWindowDoesWhatTheConsoleDoes(t *testing.T) {
	window, console := officeCalls(t)
	parity{"the console", "the window", console, window, inWindowBy, consoleOnly}.hold(t)
}
