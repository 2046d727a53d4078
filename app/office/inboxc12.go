package office

import (
	"context"
	"errors"
	"fmt"

	"ankhai/app/gateway"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// ErrNotStatement: a notice has no file with a statement that can be read.
var ErrNotStatement = errors.New("notice is no statement")

// NoticeC12 takes the statement C12-TS of a notice of the employer at work in for the reconciliation, from the
// file that is kept, as ImportC12 does. A file of data goes before a PDF. Signatures
// that do not hold, and words of the gateway that its answers have no legal value, are
// among the findings. ErrNotStatement.
func (o *Office) NoticeC12(ctx context.Context, n int64) (C12Read, error) {
	fail := func(err error) (C12Read, error) {
		return C12Read{}, fmt.Errorf("take in statement of notice %d: %w", n, err)
	}
	mst, err := o.companyOr(ctx, "")
	if err != nil {
		return fail(err)
	}
	v, err := o.Notice(ctx, mst, n)
	if err != nil {
		return fail(err)
	}
	if v.Kind != string(gateway.ThongBaoC12) {
		return fail(ErrNotStatement)
	}
	var best *InboxFile
	lost := ErrNotStatement
	for i := range v.Files {
		f := &v.Files[i]
		if best != nil && (kindOf(f.Bytes) == kindPDF || kindOf(best.Bytes) != kindPDF) {
			continue
		}
		t, _, err := readC12(ctx, f.Bytes)
		switch {
		case err != nil:
			lost = err
		case len(t.Dong) > 0:
			best = f
		}
	}
	if best == nil {
		return fail(lost)
	}
	res, err := o.ImportC12(ctx, C12File{Name: best.Name, Data: best.Bytes, Month: v.Month})
	if err != nil {
		return fail(err)
	}
	if best.Now.State == SealBroken {
		res.Found = append(res.Found, Finding{Field: best.Name, Level: form.Nhac, Say: "Tệp của thông báo có " + best.Now.Words() + ". Hỏi lại cơ quan BHXH trước khi tin số liệu"})
	}
	if v.Caution != "" {
		res.Found = append(res.Found, Finding{Field: best.Name, Level: form.Nhac, Say: "Cổng ghi: " + v.Caution})
	}
	return res, nil
}

// C12InInbox is the latest statement C12-TS of a month in the inbox of the employer at
// work; ok is false where there is none.
func (o *Office) C12InInbox(ctx context.Context, month law.Month) (n InboxNotice, ok bool, err error) {
	mst, err := o.companyOr(ctx, "")
	if err != nil {
		return n, false, err
	}
	all, err := o.Notices(ctx, mst, NoticeFilter{Month: month, Loai: string(gateway.ThongBaoC12)})
	if err != nil || len(all) == 0 {
		return n, false, err
	}
	return all[0], true, nil
}

// FetchInbox is FetchNotices of the employer at work, from the gateway remembered.
func (o *Office) FetchInbox(ctx context.Context) (FetchedNotices, error) {
	mst, err := o.companyOr(ctx, "")
	if err != nil {
		return FetchedNotices{}, err
	}
	return o.FetchNotices(ctx, mst, "")
}
