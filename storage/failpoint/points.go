package failpoint

// Point is a moment between two durable steps.
type Point struct {
	Name  string
	State string // at which the dossier at work is found afterwards; "" = the step is of no single dossier
	Say   string // what has happened when the process ends here
}

// Points are all of them, in the order of a dossier's life, each declared here
// and passed at one place in the source.
var Points = []Point{
	// opening the data file
	{"open.file.made", "", "an empty file with its mode is there, no table yet"},
	{"migrate.copy.kept", "", "the copy of the old version lies beside the file, the file is as it was"},
	{"migrate.step.before", "", "a step has been carried out, its transaction is not committed"},
	{"migrate.step.kept", "", "the file is a whole version further"},

	// every transaction
	{"write.commit.before", "", "all its rows are written, none is committed"},
	{"write.commit.kept", "", "it is durable; whoever asked for it does not know yet"},

	// the month's data
	{"import.before", "", "the workbook has been read, nothing of it is kept"},
	{"import.payroll.kept", "", "the payroll is kept, the layout that was learnt is not"},
	{"import.layout.kept", "", "the layout is kept; a first payroll has not opened the roster"},
	{"import.roster.kept", "", "the first payroll has opened the roster; which month did is not written yet"},

	// a draft
	{"draft.new.kept", "nhap", "the dossier and its forms are there"},
	{"draft.edit.kept", "nhap", "the change is kept with its way back"},
	{"draft.checked.kept", "daKiem", "checked, not signed"},

	// signing
	{"sign.freeze.before", "daKiem", "everything is signed in memory, nothing of it is kept: the signature is made again"},
	{"sign.freeze.kept", "daKy", "the signed bytes are kept, the dossier is frozen"},

	// the outbox
	{"outbox.queue.before", "daKy", "the person has said send, nothing is written"},
	{"outbox.queue.kept", "choGui", "queued"},
	{"outbox.intent.before", "choGui", "about to be handed to the wire, the intent is not kept"},
	{"outbox.intent.kept", "dangGui", "the intent is kept, nothing was sent"},
	{"outbox.wire.before", "dangGui", "a sender has taken it, no byte has left"},
	{"outbox.wire.answered", "dangGui", "an answer has come, nothing of it is kept"},
	{"outbox.answer.before", "", "a group of answers waits for its transaction"},
	{"outbox.answer.kept", "", "a group of answers is kept, each dossier at the state that its answer gives"},
	{"outbox.ask.before", "", "the gateway is about to be asked what it holds"},
	{"outbox.ask.answered", "", "the gateway has said what it holds, nothing is kept"},
	{"outbox.again.before", "dangGui", "the gateway has said twice that it holds nothing, the dossier is not queued again"},
	{"outbox.again.kept", "choGui", "queued again, with the same bytes"},
	{"outbox.received.before", "nghiVan", "the person has said that it arrived, nothing is written"},
	{"outbox.received.kept", "daGui", "the person's word and the receipt are kept"},
	{"outbox.resend.before", "nghiVan", "the person has said send again, nothing is written"},
	{"outbox.resend.kept", "choGui", "queued again by the person, with the same bytes"},

	// after the receipt
	{"follow.before.kept", "daGui", "how the people stood is kept, the roster is as it was"},
	{"follow.roster.kept", "daGui", "the roster has followed, that it has is not written"},
	{"follow.done.kept", "daGui", "the roster has followed"},
	{"progress.steps.kept", "daGui", "the agency's steps are kept, the state is as it was"},
	{"progress.number.kept", "daGui", "the số hồ sơ is kept, the state is as it was"},
	{"progress.move.kept", "", "the dossier stands where the agency says"},

	// a copy of the data
	{"copy.made", "", "the copy is written under a temporary name, not synced"},
	{"copy.synced", "", "the copy is durable under its temporary name"},
	{"copy.renamed", "", "the copy has its name; the folder is not synced"},

	// restoring
	{"restore.copied", "", "the backup lies beside the data under a name of its own"},
	{"restore.marked", "", "what was queued in it is uncertain now, the old ledger is carried over; the data is as it was"},
	{"restore.aside.kept", "", "the old data lies aside as well"},
	{"restore.cleared", "", "the old data's log is gone; what it held is in the old data and in the file laid aside"},
	{"restore.swapped", "", "the backup has the data's name; the folder is not synced"},
}

func declared(name string) bool {
	for _, p := range Points {
		if p.Name == name {
			return true
		}
	}
	return false
}
