package storage

// openBenefits are the periods of benefits of people.
var openBenefits = []openTable{
	{table: "benefits", name: "dot-huong", say: "Đợt hưởng chế độ: đề nghị, được duyệt, bị từ chối", columns: []openColumn{
		{column: "person", name: "nguoi", head: "Người lao động", kind: openPerson},
		{column: "che_do", name: "cheDo", head: "Chế độ", kind: openText},
		{column: "tu_ngay", name: "tuNgay", head: "Từ ngày", kind: openDay},
		{column: "den_ngay", name: "denNgay", head: "Đến ngày", kind: openDay},
		{column: "nua_ngay", name: "nuaNgay", head: "Số nửa ngày", kind: openNumber, say: "5 là 2,5 ngày"},
		{column: "sinh_con", name: "ngaySinhCon", head: "Ngày sinh của con", kind: openDay},
		{column: "truong_hop", name: "truongHop", head: "Trường hợp", kind: openText},
		{column: "state", name: "trangThai", head: "Trạng thái", kind: worded(func(s string) string { return BenefitState(s).Say() }, string(DeNghi), string(DaDuyet), string(BiTuChoi))},
		{column: "nguon", name: "nguon", head: "Nguồn", kind: worded(func(s string) string { return BenefitSource(s).Say() }, string(FromDossier), string(ByHand), string(FromFile), string(FromAgency))},
		{column: "dossier", name: "hoSo", head: "Hồ sơ", kind: openText, say: "rỗng là không có hồ sơ ở đây"},
		{column: "form", name: "mau", head: "Mẫu", kind: openText},
		{column: "dong", name: "dong", head: "Dòng của mẫu, từ 1", kind: openNumber},
		{column: "at", name: "luc", head: "Lúc", kind: openMoment},
	}},
}
