package storage

import (
	"fmt"

	"ankhai/storage/openpack"
)

var (
	openNoticeID = shaped(`[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}`)
	openNotice   = openLink("notices", false)
)

// openInbox is what the agency told the employer through a gateway.
var openInbox = []openTable{
	{table: "notices", name: "thong-bao", say: "Hộp thư: thông báo của cơ quan BHXH lấy qua cổng, mỗi thông báo một dòng", columns: []openColumn{
		{column: "ma", name: "ma", head: "Mã", kind: openNoticeID},
		{column: "loai", name: "loai", head: "Loại", kind: openText, say: "C12: C12-TS, D09: D09-TS, KQ: kết quả hồ sơ, TB: khác"},
		{column: "tieu_de", name: "tieuDe", head: "Tiêu đề", kind: openText, say: "rỗng khi nội dung đã xoá theo hạn lưu của hồ sơ"},
		{column: "luc", name: "lucLap", head: "Cơ quan lập lúc", kind: openMoment},
		{column: "ma_don_vi", name: "maDonVi", head: "Mã đơn vị", kind: openText},
		{column: "month", name: "thang", head: "Tháng", kind: openMonth},
		{column: "ma_giao_dich", name: "maGiaoDich", head: "Mã giao dịch", kind: openText, say: "rỗng là không về hồ sơ nào"},
		{column: "luu_y", name: "luuY", head: "Lưu ý của cổng", kind: openText},
		{column: "cong", name: "cong", head: "Cổng", kind: openRoad},
		{column: "at", name: "luc", head: "Lấy về lúc", kind: openMoment},
	}},
	{table: "notice_files", name: "thong-bao-tep", say: "Tệp của thông báo, đúng từng byte như khi lấy về", columns: []openColumn{
		{column: "notice", name: "thongBao", head: "Thông báo", kind: openNotice},
		{column: "n", name: "so", head: "Tệp thứ, từ 0", kind: openNumber},
		{column: "ma", name: "loai", head: "Loại", kind: openText, say: "mã của mẫu hoặc giấy tờ theo cổng"},
		{column: "name", name: "ten", head: "Tên tệp", kind: openText},
		{column: "sha256", name: "sha256", head: "SHA-256", kind: openHash},
		{column: "bytes", name: "tep", head: "Tệp", kind: openFile(func(r openRow) string {
			return fmt.Sprintf("thong-bao/%s/%02d-%s", word(r.values[0]), number(r.values[1]), openpack.FileName(word(r.values[3])))
		})},
		{column: "chu_ky", name: "chuKy", head: "Chữ ký khi lấy về", kind: openJSON},
	}},
	{table: "notice_dossiers", name: "thong-bao-ho-so", say: "Thông báo về hồ sơ nào", columns: []openColumn{
		{column: "notice", name: "thongBao", head: "Thông báo", kind: openNotice},
		{column: "dossier", name: "hoSo", head: "Hồ sơ", kind: openDossier},
		{column: "at", name: "luc", head: "Lúc", kind: openMoment},
	}},
	{table: "notice_reads", name: "thong-bao-da-doc", say: "Thông báo đã có người đọc", columns: []openColumn{
		{column: "notice", name: "thongBao", head: "Thông báo", kind: openNotice},
		{column: "who", name: "ai", head: "Ai", kind: openText, say: "tài khoản của máy"},
		{column: "at", name: "luc", head: "Lúc", kind: openMoment},
	}},
	{table: "notice_cursors", name: "thong-bao-den-dau", say: "Thông báo của từng cổng đã lấy đủ tới đâu", columns: []openColumn{
		{column: "cong", name: "cong", head: "Cổng", kind: openRoad},
		{column: "sau", name: "den", head: "Đến thông báo", kind: openNoticeID},
		{column: "at", name: "luc", head: "Lúc", kind: openMoment},
	}},
}
