package office

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"ankhai/forms/form"
	"ankhai/forms/print"
	"ankhai/forms/tralai"
	"ankhai/storage"
)

// exportedDossier is signed and exported to a folder: nobody can be asked about it.
func exportedDossier(t *testing.T, o *Office) string {
	t.Helper()
	id := signedDossier(t, o)
	if _, err := o.Send(t.Context(), id, "file:"+t.TempDir()); err != nil {
		t.Fatal(err)
	}
	return id
}

func receive(t *testing.T, o *Office, in Incoming) Taken {
	t.Helper()
	got, err := o.Receive(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestFilesFindTheirDossierAndMoveIt(t *testing.T) {
	o := sampleDesk(t)
	id := exportedDossier(t, o)
	v, err := o.Dossier(t.Context(), id)
	if err != nil || v.State != storage.DaGui {
		t.Fatal(v.State, err)
	}
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}

	// a notice in words: the employer, the procedure and the period are no proof
	hint := "GIẤY HẸN TRẢ KẾT QUẢ\nMã số thuế: " + dv.MaSoThue + "\nThủ tục: 600\nKỳ kê khai: 11/2026\nSố hồ sơ: 00012/2026/07906\n"
	got := receive(t, o, Incoming{Name: "giay-hen.txt", Data: []byte(hint)})
	if got.Dossier != "" || len(got.Matches) != 1 || got.Matches[0].Sure || !blocking(got.Found) {
		t.Fatalf("a doubtful file: %+v", got)
	}
	got = receive(t, o, Incoming{Name: "giay-hen.txt", Data: []byte(hint), Dossier: id})
	if got.Dossier != id || got.Moved != storage.DaGui {
		t.Fatalf("chosen: %+v", got)
	}
	if v, err = o.Dossier(t.Context(), id); err != nil || v.SoHoSo != "00012/2026/07906" {
		t.Fatalf("số hồ sơ %q, %v", v.SoHoSo, err)
	}
	if got = receive(t, o, Incoming{Name: "lan-hai.txt", Data: []byte(hint)}); !got.Again || got.Dossier != id {
		t.Errorf("the same file again: %+v", got)
	}

	// another dossier's file is not taken, even if somebody says so
	got = receive(t, o, Incoming{Name: "x.txt", Data: []byte("Số hồ sơ: 00099/2026/07906"), Dossier: id})
	if got.Dossier != "" || !blocking(got.Found) {
		t.Errorf("another's file: %+v", got)
	}

	// the return, as data: the state follows, the reasons stand at their cells
	back := `{"soHoSo":"00012/2026/07906","ketLuan":"Trả lại hồ sơ","lyDo":[{"ma":"E-BIZ-TRA-02","tep":"D02-TS-595.xml","cho":"dòng 1","thongBao":"Phương án DC, dòng 1: đang hưởng lương hưu","mucDo":"Lỗi"}]}`
	got = receive(t, o, Incoming{Name: "thong-bao.json", Data: []byte(back)})
	if got.Dossier != id || got.Moved != storage.TraLai {
		t.Fatalf("return: %+v", got)
	}
	r, err := o.Rejection(t.Context(), id)
	if err != nil || len(r.Reasons) != 1 || r.Reasons[0].Ma != "E-BIZ-TRA-02" || len(r.Reasons[0].Sure()) != 1 {
		t.Fatalf("reasons %s %v", sayReasons(r), err)
	}
	files, err := o.ReceivedFiles(t.Context(), id)
	if err != nil || len(files) != 2 || files[0].Said.NgayHen != 0 || files[1].Said.KetLuan != tralai.BiTraLai {
		t.Errorf("files %+v %v", files, err)
	}
}

// Who asks what is held of them is told of the files that came back about their
// dossiers, not what stands in them.
func TestASubjectIsToldOfFilesThatCameBack(t *testing.T) {
	o := sampleDesk(t)
	id := exportedDossier(t, o)
	receive(t, o, Incoming{Name: "giay-hen.txt", Data: []byte("Số hồ sơ: 00012/2026/07906"), Dossier: id})
	people, err := o.People(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	told, others := 0, 0
	for _, p := range people {
		r, err := o.personRecord(t.Context(), p.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range r.HoSo {
			if d.ID != id {
				continue
			}
			if len(d.TraVe) != 1 || d.TraVe[0].Ten != "giay-hen.txt" || d.TraVe[0].Cach != "nhập từ tệp" || len(d.TraVe[0].SHA256) != 64 || d.TraVe[0].Luc.IsZero() {
				t.Fatalf("%s: %+v", p.ID, d.TraVe)
			}
			told++
			tabs := personTabs(r)
			if text := fmt.Sprint(tabs); !strings.Contains(text, "giay-hen.txt, nhập từ tệp") || strings.Contains(text, "Số hồ sơ: 00012") {
				t.Errorf("%s: the workbook says otherwise", p.ID)
			}
		}
		if !strings.Contains(fmt.Sprint(r), "giay-hen.txt") {
			others++
		}
	}
	if told == 0 || others == 0 {
		t.Errorf("%d are told, %d are not", told, others)
	}
}

func TestHintsMoveNothingUntilSomebodySays(t *testing.T) {
	o := sampleDesk(t)
	id := exportedDossier(t, o)
	words := []byte("Thông báo trả lại hồ sơ\nLý do: D02-LT dòng 2 sai mức lương\n")
	got := receive(t, o, Incoming{Name: "tb.txt", Data: words, Dossier: id})
	if got.Moved != "" || len(got.Found) != 1 || got.Found[0].Level != form.Nhac {
		t.Fatalf("%+v", got)
	}
	got = receive(t, o, Incoming{Name: "tb.txt", Data: words, Dossier: id, As: tralai.BiTraLai})
	if got.Moved != storage.TraLai || !got.Again {
		t.Fatalf("%+v", got)
	}
	r, err := o.Rejection(t.Context(), id)
	if err != nil || len(r.Reasons) != 1 || r.Reasons[0].Places[0].Dong != 2 {
		t.Errorf("%s %v", sayReasons(r), err)
	}
}

func TestWhatWasToldByMouth(t *testing.T) {
	o := sampleDesk(t)
	id := exportedDossier(t, o)
	if _, err := o.Told(t.Context(), id, "", "", "x"); !errors.Is(err, ErrNotSaid) {
		t.Errorf("got %v", err)
	}
	got, err := o.Told(t.Context(), id, tralai.BiTraLai, "00012/2026/07906", "Lý do: thiếu hợp đồng.\nD02-LT dòng 1 sai mức lương")
	if err != nil || got.Moved != storage.TraLai {
		t.Fatalf("%+v %v", got, err)
	}
	r, err := o.Rejection(t.Context(), id)
	if err != nil || len(r.Reasons) != 2 || len(r.Reasons[1].Sure()) != 1 {
		t.Errorf("%s %v", sayReasons(r), err)
	}
	if v, err := o.Dossier(t.Context(), id); err != nil || v.SoHoSo != "00012/2026/07906" {
		t.Errorf("%s %v", v.SoHoSo, err)
	}
}

// A dossier that a gateway follows keeps the file, and the gateway's word on its state.
func TestFilesOfAFollowedDossierMoveNothing(t *testing.T) {
	o := sampleDesk(t)
	id := signedDossier(t, o)
	_, url := aGateway(t, t.TempDir(), "")
	if _, err := o.Send(t.Context(), id, url); err != nil {
		t.Fatal(err)
	}
	v, err := o.Refresh(t.Context(), id, url)
	if err != nil || v.SoHoSo == "" {
		t.Fatal(v.SoHoSo, err)
	}
	got := receive(t, o, Incoming{Name: "a.json", Data: []byte(`{"soHoSo":"` + v.SoHoSo + `","trangThai":203,"lyDo":[]}`)})
	if got.Dossier != id || got.Moved != "" || len(got.Found) != 1 {
		t.Errorf("%+v", got)
	}
	files, err := o.Results(t.Context(), id, url)
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	kept, err := o.ReceivedFiles(t.Context(), id)
	if err != nil || len(kept) != len(files)+1 || kept[1].How != "cổng trả" {
		t.Errorf("%+v %v", kept, err)
	}
	if _, err := o.Results(t.Context(), id, url); err != nil {
		t.Fatal(err)
	}
	if again, err := o.ReceivedFiles(t.Context(), id); err != nil || len(again) != len(kept) {
		t.Errorf("fetched twice: %d files, %v", len(again), err)
	}
}

// The signatures of a file are judged when it comes, and anew when it is looked at.
func TestSignaturesOfReceivedFilesAreKept(t *testing.T) {
	o := sampleDesk(t)
	id := exportedDossier(t, o)
	v, err := o.Dossier(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	signed := v.Files[0].Bytes
	got := receive(t, o, Incoming{Name: "ban-sao.xml", Data: signed, Dossier: id})
	if got.Dossier != id || got.Seal.State != SealValid || len(got.Seal.Marks) == 0 {
		t.Errorf("signed file: %+v", got.Seal)
	}
	broken := []byte(strings.Replace(string(signed), "11/2026", "12/2026", 1))
	if string(broken) == string(signed) {
		t.Fatal("nothing to change in the signed file")
	}
	got = receive(t, o, Incoming{Name: "sua.xml", Data: broken, Dossier: id})
	if got.Seal.State != SealBroken || len(got.Found) == 0 {
		t.Errorf("changed file: %+v %+v", got.Seal, got.Found)
	}
	kept, err := o.ReceivedFiles(t.Context(), id)
	if err != nil || len(kept) != 2 || kept[1].Seal.State != SealBroken {
		t.Fatalf("%+v %v", kept, err)
	}
	f, err := o.ReceivedFile(t.Context(), id, kept[0].N)
	if err != nil || f.Now.State != SealValid || string(f.Bytes) != string(signed) {
		t.Errorf("%+v %v", f.Now, err)
	}
	pdf, err := os.ReadFile(filepath.Join("..", "..", "assets", "sample", "luong-2026-11.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	if got = receive(t, o, Incoming{Name: "anh.jpg", Data: pdf, Dossier: id}); got.Dossier != id || got.Seal.State != SealNone || len(got.Found) != 1 {
		t.Errorf("a file without words: %+v", got)
	}
	if got = receive(t, o, Incoming{Name: "tb.txt", Data: []byte("Thông báo kết quả đóng, mẫu C12-TS, tháng 10/2026")}); got.Dossier != "" || len(got.Found) != 2 || !strings.Contains(got.Found[0].Say, "Đối chiếu C12") {
		t.Errorf("a statement: %+v", got)
	}
	if _, err := o.Receive(t.Context(), Incoming{Name: "rong.txt"}); !errors.Is(err, ErrEmptyFile) {
		t.Errorf("got %v", err)
	}
}

// A PDF is read by its words, wherever they stand.
func TestWordsOfAReceivedPDF(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil && os.Getenv("CI") != "true" {
		t.Skip("no pdftotext")
	}
	o := sampleDesk(t)
	id := exportedDossier(t, o)
	w := newA4("GIẤY HẸN TRẢ KẾT QUẢ", "Bản thử")
	w.line(0, form.T("Số hồ sơ: 00012/2026/07906"))
	w.line(0, form.T("Ngày hẹn trả kết quả: 27/11/2026"))
	pdf, err := print.PDF(&form.Doc{}, w.paper("thu", o.Today()), print.Options{Made: testDay, Title: "Giấy hẹn"})
	if err != nil {
		t.Fatal(err)
	}
	got := receive(t, o, Incoming{Name: "giay-hen.pdf", Data: pdf, Dossier: id})
	if got.Dossier != id || got.Said.SoHoSo != "00012/2026/07906" || got.Said.NgayHen != 20261127 || got.Said.KetLuan != tralai.DaNhan || got.Moved != storage.DaGui {
		t.Errorf("%+v", got)
	}
}
