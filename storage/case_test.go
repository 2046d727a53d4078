package storage

import (
	"errors"
	"testing"
)

func TestCaseAndPapers(t *testing.T) {
	s := start(t)
	d, err := s.NewDossier(ctx, Dossier{MaSoThue: mst, Procedure: "630", Month: 202611, Service: "C4", Case: "C4.01"})
	must(t, err)
	got, err := s.Dossier(ctx, d.ID)
	must(t, err)
	want(t, "case", got.Service+" "+got.Case, "C4 C4.01")

	must(t, s.SetCase(ctx, d.ID, "C4", "C4.02"))
	a, err := s.PutAttachment(ctx, d.ID, Attachment{Name: "giay-khai-sinh.pdf", Mime: "application/pdf", Bytes: []byte("%PDF-")})
	must(t, err)
	must(t, s.SetPaper(ctx, d.ID, a.ID, "C4-g1"))
	if err := s.SetPaper(ctx, d.ID, a.ID+1, "C4-g1"); !errors.Is(err, ErrNotFound) {
		t.Errorf("a paper of no attachment: %v", err)
	}
	list, err := s.Attachments(ctx, d.ID)
	must(t, err)
	want(t, "paper", list[0].Paper, "C4-g1")
	whole, err := s.Attachment(ctx, d.ID, a.ID)
	must(t, err)
	want(t, "paper of the one", whole.Paper, "C4-g1")

	must(t, s.AnswerPaper(ctx, d.ID, PaperAnswer{"C4-g2", PaperKept, "số 12/BB ngày 03/11/2026"}))
	must(t, s.AnswerPaper(ctx, d.ID, PaperAnswer{"C4-g2", PaperUnneeded, "nộp cùng hồ sơ trước"}))
	must(t, s.AnswerPaper(ctx, d.ID, PaperAnswer{"C4-g3", PaperKept, ""}))
	must(t, s.AnswerPaper(ctx, d.ID, PaperAnswer{Paper: "C4-g3"}))
	answers, err := s.PaperAnswers(ctx, d.ID)
	must(t, err)
	want(t, "answers", len(answers), 1)
	want(t, "answer", answers[0], PaperAnswer{"C4-g2", PaperUnneeded, "nộp cùng hồ sơ trước"})

	must(t, s.SetPaper(ctx, d.ID, a.ID, ""))
	must(t, s.DeleteAttachment(ctx, d.ID, a.ID))
	list, err = s.Attachments(ctx, d.ID)
	must(t, err)
	want(t, "attachments", len(list), 0)

	dossiers, err := s.Dossiers(ctx, mst)
	must(t, err)
	want(t, "case in the list", dossiers[0].Case, "C4.02")
}
