package cli

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"ankhai/app/office"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/sheet"
)

func init() {
	register(
		&command{name: "init", group: groupMonth, short: "nhập đơn vị, hoặc sửa thông tin đơn vị",
			use: `init --tax-code MST --name "TÊN" --unit-code MÃ --agency MÃ [--address … --email … --phone … --region 01 …]`,
			long: `Nhập đơn vị sử dụng lao động. Gọi lại với cùng mã số thuế thì sửa, không tạo thêm.
  --tax-code        mã số thuế (10 số, 10-3 số hoặc 12 số)
  --ask             hỏi sổ đơn vị của cổng theo mã số thuế và điền tên, mã đơn vị, mã cơ quan mà cổng biết; điều còn thiếu thì nêu
  --name            tên đơn vị
  --unit-code       mã đơn vị do BHXH cấp, ví dụ YN0001A
  --agency          mã cơ quan BHXH, 5 số, ví dụ 07906
  --address         địa chỉ liên hệ
  --email           địa chỉ thư điện tử
  --phone           điện thoại; gói hồ sơ có mục này
  --representative      người đại diện
  --representative-id   số định danh cá nhân của người đại diện
  --type --industry --payment --participants
                    loại hình, ngành nghề, phương thức đóng, đối tượng: mục 8 đến 11 của phần đầu D02-LT
  --region          mã vùng lương tối thiểu 01–04 của nơi làm việc chính
  --workplace       nơi làm việc chính, có xã/phường và tỉnh/thành: dùng cho người chưa ghi nơi làm việc
  --colour          màu của đơn vị trên cửa sổ: lục, lam, cam, tím, hồng, rêu, biển, nâu
  --gateway         nơi gửi hồ sơ: https://…, file:THƯ_MỤC hoặc thuc-hanh
  --ivan-code --ivan-name   tổ chức I-VAN ghi trong gói hồ sơ (mặc định: cổng thực hành)
Ví dụ: bhxh init --tax-code 0100109106 --name "CÔNG TY CỔ PHẦN MAY BÌNH MINH" --unit-code YN0001A --agency 07906 --region 01`,
			run: runInit},
		&command{name: "import", group: groupMonth, short: "nhập bảng lương của tháng từ tệp Excel",
			use: "import TỆP.xlsx|TỆP.csv --month 2026-11 [--employer MST] [--layout auto|TÊN] [--map TỆP.json] [--symbol L=le] [--mark TỆP.xlsx] | import --month 2026-11",
			long: `Đọc bảng lương với bất kỳ cách trình bày nào, tìm tiêu đề, hiểu các cột, và nêu mọi chỗ cần xem theo trang và ô.
Bảng chữ (.csv, .tsv, .txt): tự nhận dấu ngăn cách và bảng mã (UTF-8, UTF-16, Windows-1258, TCVN3, VNI).
Tệp .xls được chuyển bằng LibreOffice nếu máy có; nếu không thì nói cách lưu lại thành .xlsx.
Bảng lương đầu tiên của một đơn vị mở danh sách người lao động. Nhập lại cùng tệp không làm thay đổi gì.
  --month      tháng của bảng lương
  --employer   mã số thuế của đơn vị (mặc định: đơn vị đang mở)
  --layout     auto (mặc định), hoặc tên một cách trình bày (L1 đến L6, CONG-45): tệp khác cách đó thì không nhập
  --symbol     nghĩa của một ký hiệu chấm công ở đơn vị này, lặp lại được, được nhớ cho các tháng sau:
               lamViec, phep, le, om, conOm, thaiSan, khongLuong, nghiTuan, khac, trong; nửa ngày thì ghi lamViec/phep
  --map        tệp JSON ghi cột nào là gì (lấy từ "mapping" của lần nhập trước)
  --mark       ghi ra tệp này bản sao của bảng lương với ghi chú ở từng ô phải xem; mọi thứ khác giữ nguyên.
               Sửa trong Excel rồi nhập lại chính tệp đó
Không ghi tệp thì cho xem bảng lương đã nhập của tháng: từ tệp nào, lúc nào, ô nào còn phải xem.
Tệp chỉ có bảng chấm công thì ngày công được ghi vào bảng lương đã nhập của tháng.
Mã thoát 1 khi có ô phải sửa; phần đọc được vẫn được giữ.`,
			run: runImport},
		&command{name: "compare", group: groupMonth, short: "so bảng lương với danh sách, đề xuất tăng, giảm, điều chỉnh",
			use: "compare --month 2026-11 | compare CŨ.xlsx MỚI.xlsx [--month 2026-11] | compare decide MÃ --month 2026-11 CÁCH | compare decisions | compare undo SỐ",
			long: `So bảng lương của tháng với danh sách như trước tháng đó, hoặc so hai tệp với nhau.
Mỗi đề xuất có phương án, tháng, giá trị cũ và mới, ô nguồn; điều chưa biết để trống và nêu tên;
đề xuất mà một hồ sơ đã khai thì ghi hồ sơ nào ("declared" theo thứ tự của "proposals").
Dòng không rõ là ai được nêu thành câu hỏi có mã, kèm những người có thể là, điểm và lý do; không tự gộp ai với ai.
  decide MÃ --month THÁNG   quyết định một câu hỏi, bằng một trong các cách:
    --is NGƯỜI      dòng là người này (mã NLD000001, số CCCD, mã số BHXH); thêm --take khi thông tin trong bảng lương
                    mới đúng: đề xuất tờ khai TK1-TS
    --new           dòng là người mới, chưa có trong danh sách
    --two           dòng không phải ai trong số đó; --not NGƯỜI khi chỉ nói về một người
    --skip          tháng này không kê khai gì cho dòng; thêm --first khi hỏi về hai dòng và muốn bỏ dòng đầu
  decisions         những quyết định đã ghi; tháng sau dòng giống như vậy không hỏi lại (trừ --skip)
  undo SỐ           bỏ một quyết định; dòng ấy được hỏi lại
Ví dụ: bhxh compare --month 2026-11
       bhxh compare decide 1a2b3c --month 2026-11 --is NLD000012
       bhxh compare luong-10.xlsx luong-11.xlsx`,
			run: runCompare},
		&command{name: "draft", group: groupMonth, short: "lập hồ sơ từ đề xuất hoặc từ tệp",
			use: "draft (--procedure 600 | --service C4 [--case C4.01]) [--people SỐ,SỐ] --month 2026-11 [--from compare|leaves|DÒNG.xlsx|SỔ.xlsx…|DÒNG.json]",
			long: `Lập bản nháp hồ sơ. --from compare (mặc định) lấy mọi đề xuất của tháng, hoặc chỉ của những người nêu ở --people; leaves lấy các đợt nghỉ trong bảng chấm công thành 01B-HSB (thủ tục 630); DÒNG.xlsx là bảng theo mẫu rút gọn có cột phương án;
SỔ.xlsx là sổ của một hay nhiều mẫu đã điền (bhxh forms template), lặp lại --from khi mỗi mẫu một tệp;
Tệp 630 của cổng (BHXH630.xls, trang M01B-HSB-PhatSinh) được đọc thành mẫu 01B-HSB.
DÒNG.json là một mẫu đã điền ({"form":"D02-LT","rows":[{…}]}) hoặc danh sách các mẫu. Ô nào không nhận được thì nêu tên, mã thoát 1.
Hồ sơ quá lớn để gửi được tách thành nhiều đợt; "ids" có mã của từng đợt. Mỗi lần gọi lập một bản nháp mới.
--service lập hồ sơ của một trong 30 dịch vụ công theo trường hợp (xem bhxh services show C4): đủ các mẫu, điền sẵn đơn vị và
những người nêu ở --people (mã số BHXH, CCCD hoặc mã nhân viên); cùng --from thì lấy dòng từ tệp.
Ví dụ: bhxh draft --procedure 600 --month 2026-11
       bhxh draft --procedure 600 --month 2026-11 --from d02.xlsx --from tk1.xlsx
       bhxh draft --service C4 --case C4.01 --month 2026-11 --people 7912345678`,
			run: runDraft},
		&command{name: "fill", group: groupMonth, short: "điền các ô còn thiếu của bản nháp",
			use: "fill MÃ TỆP.json|SỔ.xlsx | fill MÃ --known",
			long: `--known điền mọi ô còn trống mà danh sách người lao động và thông tin đơn vị đã biết; ô đã có không đổi.
SỔ.xlsx (bhxh export MÃ --xlsx SỔ.xlsx) thay cả mẫu của bản nháp bằng mẫu trong sổ; còn ô chưa nhận được thì không thay gì.
Điền ô của bản nháp từ tệp JSON: [{"form":"D02-LT","where":{"SoCCCD":"…"},"set":{"GhiChu":"…","HDTu":"01/11/2026"}}].
"row" (từ 1) hoặc "where" chỉ dòng; "table" là "head" cho phần đầu. Giá trị "-" là cố ý để trống.
Ô mã nhận cả chữ, không dấu cũng được ("tang moi", "phuc xa ba dinh") và mã xã, mã tỉnh cũ; nhiều mã cùng hợp thì nêu các mã đó.
Tên các cột: bhxh forms show D02-LT. Ô nào không nhận được thì nêu tên, mã thoát 1; các ô khác vẫn được ghi.`,
			run: runFill},
	)
}

func runInit(c *call) error {
	var dv facts.DonVi
	var gw, colour string
	var ivan office.IVAN
	var ask bool
	if err := c.flags(0, 0, func(fs *flag.FlagSet) {
		fs.BoolVar(&ask, "ask", false, "")
		fs.StringVar(&dv.MaSoThue, "tax-code", "", "")
		fs.StringVar(&dv.Ten, "name", "", "")
		fs.StringVar(&dv.MaDonVi, "unit-code", "", "")
		fs.StringVar(&dv.CoQuanBHXH, "agency", "", "")
		fs.StringVar(&dv.DiaChi, "address", "", "")
		fs.StringVar(&dv.Email, "email", "", "")
		fs.StringVar(&dv.DienThoai, "phone", "", "")
		fs.StringVar(&dv.NguoiDaiDien, "representative", "", "")
		fs.StringVar(&dv.SoDinhDanh, "representative-id", "", "")
		fs.StringVar(&dv.LoaiHinh, "type", "", "")
		fs.StringVar(&dv.NganhNghe, "industry", "", "")
		fs.StringVar(&dv.PhuongThuc, "payment", "", "")
		fs.StringVar(&dv.DoiTuong, "participants", "", "")
		fs.StringVar(&dv.Vung, "region", "", "")
		fs.StringVar(&dv.NoiLamViec, "workplace", "", "")
		fs.StringVar(&colour, "colour", "", "")
		fs.StringVar(&gw, "gateway", "", "")
		fs.StringVar(&ivan.Ma, "ivan-code", "", "")
		fs.StringVar(&ivan.Ten, "ivan-name", "", "")
	}); err != nil {
		return err
	}
	if dv.MaSoThue == "" {
		return wrong("thiếu --tax-code")
	}
	gw, err := address(gw)
	if err != nil {
		return err
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	if ask {
		if err := c.learn(o, &dv, gw); err != nil {
			return err
		}
	}
	dv, err = o.MergeCompany(c.ctx, dv)
	if err != nil {
		return err
	}
	found, err := o.PutCompany(c.ctx, dv)
	if err != nil {
		return err
	}
	bad := false
	for _, f := range found {
		fmt.Fprintf(c.Err, "%s: %s\n", f.Level, f.Say)
		bad = bad || f.Level == form.Loi
	}
	if !bad && colour != "" {
		if err := o.SetColour(c.ctx, colour); err != nil {
			return err
		}
	}
	if !bad && gw != "" {
		if err := o.SetGateway(c.ctx, dv.MaSoThue, gw); err != nil {
			return err
		}
	}
	if !bad && ivan.Ma != "" {
		if err := o.SetIVAN(c.ctx, dv.MaSoThue, ivan); err != nil {
			return err
		}
	}
	if found == nil {
		found = []office.Finding{}
	}
	p := o.Protection()
	if err := c.answer(map[string]any{"employer": dv, "findings": found, "keys": protectionJSON(p, nil)}, func(w io.Writer) {
		if !bad {
			fmt.Fprintf(w, "Đơn vị %s · %s · %s · BHXH %s\n", dv.Ten, dv.MaSoThue, dv.MaDonVi, dv.CoQuanBHXH)
		}
		fmt.Fprintf(w, "Dữ liệu đã mã hoá, %s\n", p.Say())
		printLacks(w, p)
	}); err != nil {
		return err
	}
	if bad {
		return errFaults
	}
	return nil
}

// address checks where dossiers are to go. A folder is kept whole, since the next
// run may stand elsewhere.
func address(gw string) (string, error) {
	dir, ok := strings.CutPrefix(gw, "file:")
	if !ok || dir == "" {
		return gw, office.CheckAddress(gw)
	}
	dir, err := filepath.Abs(dir)
	return "file:" + dir, err
}

func runImport(c *call) error {
	var monthText, employer, layout, mapFile, mark string
	symbols := map[string]string{}
	if err := c.flags(0, 1, func(fs *flag.FlagSet) {
		fs.Func("symbol", "", func(s string) error {
			sign, meaning, _ := strings.Cut(s, "=")
			name, ok := sheet.ParseMeaning(meaning)
			if sign == "" || !ok {
				return fmt.Errorf("ký hiệu %q: ghi như L=le hoặc V=khongLuong", s)
			}
			symbols[strings.ToUpper(sign)] = name
			return nil
		})
		fs.StringVar(&monthText, "month", "", "")
		fs.StringVar(&employer, "employer", "", "")
		fs.StringVar(&layout, "layout", "auto", "")
		fs.StringVar(&mapFile, "map", "", "")
		fs.StringVar(&mark, "mark", "", "")
	}); err != nil {
		return err
	}
	m, err := month(monthText)
	if err != nil {
		return err
	}
	if len(c.args) == 0 {
		if employer != "" || mapFile != "" || mark != "" || layout != "auto" || len(symbols) > 0 {
			return wrong("lệnh import thiếu tệp")
		}
		return c.keptPayroll(m)
	}
	if ext := strings.ToLower(filepath.Ext(mark)); mark != "" && ext != ".xlsx" && ext != ".xlsm" {
		return wrong("--mark phải là tên tệp .xlsx hoặc .xlsm (đang ghi %q)", mark)
	}
	in := office.ImportInput{Name: filepath.Base(c.args[0]), Month: m, Company: employer, Symbols: symbols}
	if layout != "auto" {
		in.Layout = layout
	}
	if mapFile != "" {
		raw, err := readFile(mapFile)
		if err != nil {
			return err
		}
		in.Mapping = new(sheet.Mapping)
		if err := json.Unmarshal(raw, in.Mapping); err != nil {
			return refusal("Tệp --map không đúng dạng. Lấy nguyên phần \"mapping\" mà bhxh import --json in ra rồi sửa.")
		}
	}
	if in.Data, err = readFile(c.args[0]); err != nil {
		return err
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	res, err := o.Import(c.ctx, in)
	if err != nil {
		return err
	}
	problems := res.Book.Problems
	if problems == nil {
		problems = []sheet.Problem{}
	}
	loi, nhac := res.Faults()
	marked := 0
	if mark != "" {
		var f office.File
		if f, marked, err = o.Marked(c.ctx, in.Name, in.Data, problems); err != nil {
			return err
		}
		if err := office.WriteFile(mark, f.Bytes); err != nil {
			return err
		}
	}
	err = c.answer(map[string]any{
		"rows": res.Rows, "people": res.People, "opened": res.Opened, "kept": res.Kept,
		"problems": problems, "sheets": res.Book.Sheets, "mapping": res.Book.Mapping, "times": res.Times, "marked": marked, "symbols": list(res.Book.Symbols),
		"earlier": fixesJSON(res.Earlier),
	}, func(w io.Writer) {
		for _, s := range res.Book.Sheets {
			if s.Used {
				fmt.Fprintf(w, "Trang %q: tiêu đề ở dòng %d–%d, %d người\n", s.Name, s.HeadFrom, s.HeadTo, s.Rows)
			} else {
				fmt.Fprintf(w, "Trang %q: không dùng, %s\n", s.Name, s.Reason)
			}
		}
		for _, p := range problems {
			fmt.Fprintf(w, "%s %s  %s!%s  %s\n", p.Level, p.Code, p.Sheet, p.Cell, p.Message)
		}
		for _, s := range res.Book.Symbols {
			if s.Meaning != "" {
				fmt.Fprintf(w, "Ký hiệu %s: %s, %d ô\n", s.Symbol, sheet.MeaningLabel(s.Meaning), s.Count)
			}
		}
		if res.Times > 0 {
			fmt.Fprintf(w, "Ngày công của %d người được ghi vào bảng lương tháng %s\n", res.Times, m)
		}
		printEarlier(w, res.Earlier, m)
		if mark != "" {
			fmt.Fprintf(w, "Đã ghi %s với ghi chú ở %d ô. Sửa trong Excel, lưu, rồi nhập lại tệp đó\n", mark, marked)
		}
		fmt.Fprintf(w, "%d dòng, %d người trong danh sách, %d lỗi, %d nhắc\n", res.Rows, res.People, loi, nhac)
		if res.Opened {
			fmt.Fprintln(w, "Danh sách người lao động được mở từ bảng lương này.")
		}
	})
	if err == nil && loi > 0 {
		err = errFaults
	}
	return err
}
